package io.github.cleanroomscontract.junit;

import io.github.cleanroomscontract.watch.Exemption;
import io.github.cleanroomscontract.watch.FindingFilter;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What is written on a test, its class, and the classes around it. */
final class Annotations {

  private Annotations() {}

  /** Returns the nearest: a method's own goes before its class's. */
  static Optional<CleanRoomsContract> contract(ExtensionContext context) {
    return elements(context).stream()
        .flatMap(each -> AnnotationSupport.findAnnotation(each, CleanRoomsContract.class).stream())
        .findFirst();
  }

  /** Returns all that is expected. */
  static List<FindingFilter> expected(ExtensionContext context) {
    return elements(context).stream()
        .flatMap(
            each -> AnnotationSupport.findRepeatableAnnotations(each, ExpectFinding.class).stream())
        .map(each -> filter(each.rule(), each.at(), each.operation()))
        .toList();
  }

  /** Returns all that is exempt. */
  static List<Exemption> exemptions(ExtensionContext context) {
    return elements(context).stream()
        .flatMap(
            each -> AnnotationSupport.findRepeatableAnnotations(each, ExemptFinding.class).stream())
        .map(each -> new Exemption(filter(each.rule(), each.at(), each.operation()), each.reason()))
        .toList();
  }

  private static FindingFilter filter(String rule, String at, String operation) {
    return new FindingFilter(
        rule,
        Optional.of(at).filter(place -> !place.equals(ExpectFinding.ANYWHERE)),
        Optional.of(operation).filter(name -> !name.isEmpty()));
  }

  /** The test's own first. */
  private static List<AnnotatedElement> elements(ExtensionContext context) {
    List<AnnotatedElement> elements = new ArrayList<>();
    for (Optional<ExtensionContext> at = Optional.of(context);
        at.isPresent();
        at = at.get().getParent()) {
      // Each run of a repeated test has its method as element, and so has the whole of it.
      at.get().getElement().filter(each -> !elements.contains(each)).ifPresent(elements::add);
    }
    return elements;
  }
}
