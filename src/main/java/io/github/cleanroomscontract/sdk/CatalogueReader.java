package io.github.cleanroomscontract.sdk;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.HttpBinding;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.sdk.ApiModel.MemberFacts;
import io.github.cleanroomscontract.sdk.ApiModel.OperationFacts;
import io.github.cleanroomscontract.sdk.ApiModel.StructureFacts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what can be compared from the schemas. */
final class CatalogueReader {

  private final ApiModel model = new ApiModel();

  private CatalogueReader() {}

  static ApiModel read(Catalogue catalogue) {
    CatalogueReader reader = new CatalogueReader();
    catalogue.operations().forEach(reader::operation);
    for (ErrorShape error : catalogue.errors()) {
      reader.structure(error.shape(), member -> "body");
    }
    return reader.model;
  }

  private void operation(Operation operation) {
    HttpBinding http = operation.http();
    TreeSet<String> errors = new TreeSet<>();
    operation.errors().forEach(error -> errors.add(error.name()));
    model
        .operations()
        .put(
            operation.name(),
            new OperationFacts(
                http.method() + " " + http.uri().replaceFirst("\\{\\?.*", ""),
                errors,
                Optional.of(operation.since())));
    structure(operation.request(), member -> location(member, http));
    structure(operation.response(), member -> "body");
  }

  private static String location(String member, HttpBinding http) {
    return http.pathMembers().contains(member)
        ? "path"
        : http.queryMembers().contains(member) ? "query" : "body";
  }

  private void structure(Shape shape, Function<String, String> location) {
    if (model.structures().containsKey(shape.name())) {
      return;
    }
    Map<String, MemberFacts> members = new LinkedHashMap<>();
    model
        .structures()
        .put(shape.name(), new StructureFacts(shape.kind() == Shape.Kind.UNION, members));
    for (Member member : shape.members()) {
      members.put(
          member.name(),
          new MemberFacts(
              type(member.shape()),
              location.apply(member.name()),
              sensitive(member.shape()),
              member.since()));
    }
  }

  /** Says what a value is, and reads what lies below on the way. */
  private String type(Shape shape) {
    return switch (shape.kind()) {
      case STRUCTURE, UNION -> {
        structure(shape, member -> "body");
        yield "object " + shape.name();
      }
      case LIST -> "list of " + type(shape.item());
      case MAP -> "map of " + type(shape.key()) + " to " + type(shape.value());
      case ENUM -> {
        Map<String, Optional<LocalDate>> values = new LinkedHashMap<>();
        for (EnumValue value : shape.enumValues()) {
          values.put(value.value(), value.since());
        }
        model.enums().put(shape.name(), values);
        yield "enum " + shape.name();
      }
      // All other numbers of the API are of the SDK's plain types.
      case INTEGER -> shape.name().equals("Long") ? "long" : "integer";
      case NUMBER -> shape.name().equals("Float") ? "float" : "double";
      default -> shape.kind().name().toLowerCase(Locale.ROOT);
    };
  }

  /** As the SDK has it: a list of sensitive values is sensitive as a whole. */
  private static boolean sensitive(Shape shape) {
    return shape.sensitive() || shape.kind() == Shape.Kind.LIST && sensitive(shape.item());
  }
}
