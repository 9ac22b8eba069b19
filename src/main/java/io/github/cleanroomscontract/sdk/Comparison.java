package io.github.cleanroomscontract.sdk;

import io.github.cleanroomscontract.sdk.ApiModel.MemberFacts;
import io.github.cleanroomscontract.sdk.ApiModel.OperationFacts;
import io.github.cleanroomscontract.sdk.ApiModel.StructureFacts;
import io.github.cleanroomscontract.sdk.Difference.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds all differences. What only one side reaches, such as the shapes of an operation that the
 * other has not, is told once, by what leads to it.
 */
final class Comparison {

  private final ApiModel schemas;
  private final ApiModel sdk;
  private final LocalDate modelDate;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(ApiModel schemas, ApiModel sdk, LocalDate modelDate) {
    this.schemas = schemas;
    this.sdk = sdk;
    this.modelDate = modelDate;
  }

  static List<Difference> of(ApiModel schemas, ApiModel sdk, LocalDate modelDate) {
    Comparison comparison = new Comparison(schemas, sdk, modelDate);
    comparison.operations();
    comparison.structures();
    comparison.enums();
    comparison.differences.sort(
        Comparator.comparing(Difference::kind)
            .thenComparing(Difference::where)
            .thenComparing(Difference::name));
    return List.copyOf(comparison.differences);
  }

  private void operations() {
    for (String name : union(schemas.operations().keySet(), sdk.operations().keySet())) {
      OperationFacts ours = schemas.operations().get(name);
      OperationFacts theirs = sdk.operations().get(name);
      if (ours == null || theirs == null) {
        presence(
            Kind.OPERATION,
            name,
            "",
            Optional.ofNullable(ours).map(OperationFacts::http),
            Optional.ofNullable(theirs).map(OperationFacts::http),
            Optional.ofNullable(ours).flatMap(OperationFacts::since));
        continue;
      }
      early(Kind.OPERATION, name, "", theirs.http(), ours.since());
      unequal(Kind.BINDING, name, "", ours.http(), theirs.http());
      for (String error : union(ours.errors(), theirs.errors())) {
        presence(
            Kind.ERROR,
            name,
            error,
            Optional.of("declared").filter(text -> ours.errors().contains(error)),
            Optional.of("declared").filter(text -> theirs.errors().contains(error)),
            Optional.empty());
      }
    }
  }

  private void structures() {
    for (Map.Entry<String, StructureFacts> entry : schemas.structures().entrySet()) {
      StructureFacts theirs = sdk.structures().get(entry.getKey());
      if (theirs != null) {
        structure(entry.getKey(), entry.getValue(), theirs);
      }
    }
  }

  private void structure(String where, StructureFacts ours, StructureFacts theirs) {
    unequal(Kind.TYPE, where, "", form(ours), form(theirs));
    Kind kind = ours.union() ? Kind.VARIANT : Kind.MEMBER;
    for (String name : union(ours.members().keySet(), theirs.members().keySet())) {
      MemberFacts our = ours.members().get(name);
      MemberFacts their = theirs.members().get(name);
      if (our == null || their == null) {
        presence(
            kind,
            where,
            name,
            Optional.ofNullable(our).map(MemberFacts::type),
            Optional.ofNullable(their).map(MemberFacts::type),
            Optional.ofNullable(our).flatMap(MemberFacts::since));
        continue;
      }
      early(kind, where, name, their.type(), our.since());
      unequal(Kind.TYPE, where, name, our.type(), their.type());
      unequal(Kind.BINDING, where, name, our.location(), their.location());
      sensitive(where, name, our.sensitive(), their.sensitive());
    }
  }

  private static String form(StructureFacts structure) {
    return structure.union() ? "union" : "structure";
  }

  private void enums() {
    for (Map.Entry<String, Map<String, Optional<LocalDate>>> entry : schemas.enums().entrySet()) {
      Map<String, Optional<LocalDate>> ours = entry.getValue();
      Map<String, Optional<LocalDate>> theirs = sdk.enums().get(entry.getKey());
      if (theirs == null) {
        continue;
      }
      for (String value : union(ours.keySet(), theirs.keySet())) {
        Optional<LocalDate> since = ours.getOrDefault(value, Optional.empty());
        if (ours.containsKey(value) && theirs.containsKey(value)) {
          early(Kind.ENUM_VALUE, entry.getKey(), value, value, since);
        } else {
          presence(
              Kind.ENUM_VALUE,
              entry.getKey(),
              value,
              Optional.of(value).filter(ours::containsKey),
              Optional.of(value).filter(theirs::containsKey),
              since);
        }
      }
    }
  }

  /** One side has it, or both; what came after the SDK's model explains itself. */
  private void presence(
      Kind kind,
      String where,
      String name,
      Optional<String> ours,
      Optional<String> theirs,
      Optional<LocalDate> since) {
    if (ours.isPresent() != theirs.isPresent()) {
      Optional<LocalDate> later = since.filter(date -> date.isAfter(modelDate));
      differences.add(new Difference(kind, where, name, ours, theirs, later, Optional.empty()));
    }
  }

  /** Both sides have it, but going by its date the SDK could not. */
  private void early(
      Kind kind, String where, String name, String theirs, Optional<LocalDate> since) {
    if (since.filter(date -> date.isAfter(modelDate)).isPresent()) {
      differences.add(
          new Difference(
              kind,
              where,
              name,
              Optional.of("only since " + since.get()),
              Optional.of(theirs),
              Optional.empty(),
              Optional.empty()));
    }
  }

  private void unequal(Kind kind, String where, String name, String ours, String theirs) {
    if (!ours.equals(theirs)) {
      differences.add(
          new Difference(
              kind,
              where,
              name,
              Optional.of(ours),
              Optional.of(theirs),
              Optional.empty(),
              Optional.empty()));
    }
  }

  private void sensitive(String where, String name, boolean ours, boolean theirs) {
    if (ours != theirs) {
      // Holding back more than the SDK does is no fault of the schemas, and dates do not lift it.
      Optional<String> reason =
          ours ? Optional.of("the kit holds back what this SDK prints") : Optional.empty();
      differences.add(
          new Difference(
              Kind.SENSITIVE,
              where,
              name,
              Optional.of(ours ? "sensitive" : "plain"),
              Optional.of(theirs ? "sensitive" : "plain"),
              Optional.empty(),
              reason));
    }
  }

  private static TreeSet<String> union(Collection<String> ours, Collection<String> theirs) {
    TreeSet<String> names = new TreeSet<>(ours);
    names.addAll(theirs);
    return names;
  }
}
