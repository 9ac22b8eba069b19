package io.github.cleanroomscontract;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** One package a concern, and arrows one way. */
class ArchitectureTest {

  private static final String ROOT = "io.github.cleanroomscontract";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void arrowsGoOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("json")
        .definedBy(ROOT + ".internal.json")
        .layer("schema")
        .definedBy(ROOT + ".internal.schema")
        .layer("text")
        .definedBy(ROOT + ".internal.text")
        .layer("files")
        .definedBy(ROOT + ".internal.files")
        .layer("catalogue")
        .definedBy(ROOT + ".catalogue")
        .layer("finding")
        .definedBy(ROOT + ".finding")
        .layer("changes")
        .definedBy(ROOT + ".changes")
        .layer("rules")
        .definedBy(ROOT + ".rules")
        .layer("facts")
        .definedBy(ROOT + ".internal.facts")
        .layer("context")
        .definedBy(ROOT + ".context")
        .layer("checks")
        .definedBy(ROOT + ".internal.checks")
        .layer("validation")
        .definedBy(ROOT + ".validation")
        .layer("capture")
        .definedBy(ROOT + ".capture")
        .layer("sdk")
        .definedBy(ROOT + ".sdk")
        .layer("report")
        .definedBy(ROOT + ".report")
        .layer("fixture")
        .definedBy(ROOT + ".fixture")
        .layer("sample")
        .definedBy(ROOT + ".internal.sample")
        .layer("generation")
        .definedBy(ROOT + ".generation")
        .layer("jqwik")
        .definedBy(ROOT + ".jqwik")
        .layer("exchange")
        .definedBy(ROOT + ".exchange")
        .layer("baseline")
        .definedBy(ROOT + ".baseline")
        .optionalLayer("coverage")
        .definedBy(ROOT + ".coverage")
        .layer("pojo")
        .definedBy(ROOT + ".internal.pojo")
        .optionalLayer("stub")
        .definedBy(ROOT + ".stub")
        .optionalLayer("watch")
        .definedBy(ROOT + ".watch")
        .layer("assertion")
        .definedBy(ROOT + ".assertion")
        .layer("replay")
        .definedBy(ROOT + ".replay")
        .optionalLayer("scenario")
        .definedBy(ROOT + ".scenario")
        .optionalLayer("discovery")
        .definedBy(ROOT + ".discovery")
        .optionalLayer("recording")
        .definedBy(ROOT + ".recording")
        .optionalLayer("conformance")
        .definedBy(ROOT + ".conformance")
        .optionalLayer("awssdk")
        .definedBy(ROOT + ".awssdk")
        .layer("junit")
        .definedBy(ROOT + ".junit")
        .layer("cli")
        .definedBy(ROOT + ".cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("jqwik")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("junit")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("awssdk")
        .mayOnlyBeAccessedByLayers("junit", "cli")
        .whereLayer("conformance")
        .mayOnlyBeAccessedByLayers("junit", "cli")
        .whereLayer("discovery")
        .mayOnlyBeAccessedByLayers("junit", "cli")
        .whereLayer("recording")
        .mayOnlyBeAccessedByLayers("junit", "cli")
        .whereLayer("scenario")
        .mayOnlyBeAccessedByLayers("junit", "cli")
        .whereLayer("replay")
        .mayOnlyBeAccessedByLayers(
            "scenario", "discovery", "recording", "conformance", "awssdk", "junit", "cli")
        .whereLayer("assertion")
        .mayOnlyBeAccessedByLayers("junit")
        .whereLayer("watch")
        .mayOnlyBeAccessedByLayers("awssdk", "junit")
        .whereLayer("stub")
        .mayOnlyBeAccessedByLayers("watch", "awssdk", "junit", "cli")
        .whereLayer("coverage")
        .mayOnlyBeAccessedByLayers("watch", "junit", "cli")
        .whereLayer("pojo")
        .mayOnlyBeAccessedByLayers("stub", "assertion", "awssdk", "junit")
        .whereLayer("exchange")
        .mayOnlyBeAccessedByLayers(
            "capture", "coverage", "stub", "watch", "replay", "recording", "awssdk", "junit", "cli")
        .whereLayer("generation")
        .mayOnlyBeAccessedByLayers("jqwik", "stub", "cli")
        .whereLayer("sample")
        .mayOnlyBeAccessedByLayers("generation", "stub")
        .whereLayer("sdk")
        .mayOnlyBeAccessedByLayers("report", "cli")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("watch", "assertion", "stub", "conformance", "junit", "cli")
        .whereLayer("fixture")
        .mayOnlyBeAccessedByLayers("assertion", "replay", "scenario", "recording", "junit", "cli")
        .whereLayer("capture")
        .mayOnlyBeAccessedByLayers(
            "report", "fixture", "replay", "conformance", "assertion", "junit", "cli", "baseline")
        .whereLayer("validation")
        .mayOnlyBeAccessedByLayers(
            "capture",
            "report",
            "fixture",
            "generation",
            "exchange",
            "coverage",
            "pojo",
            "stub",
            "watch",
            "replay",
            "scenario",
            "assertion",
            "recording",
            "awssdk",
            "junit",
            "cli")
        .whereLayer("changes")
        .mayOnlyBeAccessedByLayers("report", "cli")
        .whereLayer("checks")
        .mayOnlyBeAccessedByLayers("validation")
        .whereLayer("context")
        .mayOnlyBeAccessedByLayers(
            "validation",
            "capture",
            "fixture",
            "generation",
            "exchange",
            "stub",
            "watch",
            "assertion",
            "junit",
            "cli")
        .whereLayer("facts")
        .mayOnlyBeAccessedByLayers("context", "checks", "validation")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers(
            "validation",
            "baseline",
            "report",
            "generation",
            "coverage",
            "watch",
            "assertion",
            "junit",
            "cli")
        .whereLayer("schema")
        .mayOnlyBeAccessedByLayers("catalogue", "rules", "validation")
        .whereLayer("json")
        .mayOnlyBeAccessedByLayers(
            "schema",
            "catalogue",
            "context",
            "checks",
            "validation",
            "capture",
            "baseline",
            "report",
            "sample",
            "generation",
            "exchange",
            "coverage",
            "pojo",
            "stub",
            "replay",
            "scenario",
            "assertion",
            "conformance",
            "discovery",
            "recording",
            "junit")
        .whereLayer("files")
        .mayOnlyBeAccessedByLayers("report", "baseline", "conformance")
        .whereLayer("baseline")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("text")
        .mayOnlyBeAccessedByLayers(
            "catalogue",
            "json",
            "checks",
            "sample",
            "validation",
            "baseline",
            "report",
            "pojo",
            "coverage",
            "stub",
            "watch",
            "replay",
            "scenario",
            "assertion",
            "conformance",
            "cli")
        .because("a reader who knows a package knows what it can depend on")
        .check(CLASSES);
  }

  @Test
  void findingsDependOnNothing() {
    noClasses()
        .that(resideInAPackage(ROOT + ".finding"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..").and(not(resideInAPackage(ROOT + ".finding"))))
        .because("they are plain values that every part and every user shares")
        .check(CLASSES);
  }

  @Test
  void onlyTheEngineKnowsNetworknt() {
    classes()
        .that()
        .haveNameMatching(".*[.](NetworkntEngine|TreeNodeReader)")
        .should(resideIn(ROOT + ".validation"))
        .because("the engine is their only user")
        .check(CLASSES);
    noClasses()
        .that()
        .haveNameNotMatching(".*[.](NetworkntEngine|TreeNodeReader)([$].*)?")
        .should()
        .dependOnClassesThat(resideInAPackage("com.networknt.."))
        .because("another engine may take its place")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that(not(resideInAPackage(ROOT + ".cli")))
        .should()
        .dependOnClassesThat(resideInAPackage("picocli.."))
        .because("users of the library do not have it")
        .check(CLASSES);
  }

  @Test
  void onlyArbitrariesKnowJqwik() {
    noClasses()
        .that(not(resideInAPackage(ROOT + ".jqwik")))
        .should()
        .dependOnClassesThat(resideInAPackage("net.jqwik.."))
        .because("most users of the generators do not have it")
        .check(CLASSES);
  }

  @Test
  void onlyWhatWorksOnItsCallsAndObjectsKnowsTheSdk() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + ".awssdk", ROOT + ".internal.pojo")))
        .should()
        .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."))
        .because("most users do not have it, and drift compares with one of any version")
        .check(CLASSES);
  }

  @Test
  void onlyTheExtensionKnowsJunit() {
    noClasses()
        .that(not(resideInAPackage(ROOT + ".junit")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.junit..", "org.opentest4j.."))
        .because("whoever tests with something else does not have it")
        .check(CLASSES);
  }

  @Test
  void thePublicInterfaceShowsNoLibrary() {
    methods()
        .that()
        .areDeclaredInClassesThat(
            resideInAnyPackage(
                ROOT + ".finding",
                ROOT + ".catalogue",
                ROOT + ".changes",
                ROOT + ".rules",
                ROOT + ".context",
                ROOT + ".validation",
                ROOT + ".capture",
                ROOT + ".sdk",
                ROOT + ".generation",
                ROOT + ".baseline",
                ROOT + ".report",
                ROOT + ".fixture",
                ROOT + ".exchange",
                ROOT + ".coverage",
                ROOT + ".stub",
                ROOT + ".watch",
                ROOT + ".replay",
                ROOT + ".scenario",
                ROOT + ".discovery",
                ROOT + ".recording",
                ROOT + ".conformance",
                ROOT + ".assertion"))
        .and(areOpenToUsers())
        .should(haveOnlyOwnOrJdkTypes())
        .because("users have a Jackson of their own, and the engine may change")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaMethod> areOpenToUsers() {
    return DescribedPredicate.describe(
        "are open to users",
        method -> isOpen(method.getModifiers()) && isOpen(method.getOwner().getModifiers()));
  }

  private static boolean isOpen(java.util.Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static ArchCondition<JavaMethod> haveOnlyOwnOrJdkTypes() {
    return new ArchCondition<>("have only own or JDK types") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        method.getAllInvolvedRawTypes().stream()
            .map(JavaClass::getBaseComponentType)
            .filter(type -> !type.isPrimitive())
            .filter(type -> !type.getPackageName().startsWith("java."))
            .filter(type -> !type.getPackageName().startsWith(ROOT))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " shows " + type.getName())));
      }
    };
  }

  private static ArchCondition<JavaClass> resideIn(String packageName) {
    return new ArchCondition<>("reside in " + packageName) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackageName().equals(packageName)) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is elsewhere"));
        }
      }
    };
  }
}
