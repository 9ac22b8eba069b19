package io.github.cleanroomscontract.sdk;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the schemas and an SDK can both tell about the API, in the same words, so that it can be
 * compared. Dates are known on the side of the schemas only. Not thread-safe while it is filled.
 *
 * @param operations the operations, by name
 * @param structures structures, unions, errors, and the messages of operations, by name
 * @param enums the values of enums with their dates, by name of the enum
 */
record ApiModel(
    SortedMap<String, OperationFacts> operations,
    SortedMap<String, StructureFacts> structures,
    SortedMap<String, Map<String, Optional<LocalDate>>> enums) {

  ApiModel() {
    this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /**
   * An operation.
   *
   * @param http method and path
   * @param errors the errors that it declares
   * @param since the release that brought it, if known
   */
  record OperationFacts(String http, Set<String> errors, Optional<LocalDate> since) {}

  /**
   * A structure or union.
   *
   * @param union whether it is a tagged union
   * @param members its members or variants, by name
   */
  record StructureFacts(boolean union, Map<String, MemberFacts> members) {}

  /**
   * A member or variant.
   *
   * @param type what it holds, structures and enums by name
   * @param location how it travels
   * @param sensitive whether it must not be printed
   * @param since the release that brought it, if it came later than what it stands in
   */
  record MemberFacts(String type, String location, boolean sensitive, Optional<LocalDate> since) {}
}
