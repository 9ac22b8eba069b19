package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Errors as the service sends them. */
final class Errors {

  private Errors() {}

  /** Returns an error by its name, with the status that it comes with. */
  static WireAnswer of(String name, Map<String, Object> members, Catalogue catalogue) {
    int status = catalogue.error(name).map(ErrorShape::status).orElseThrow();
    return WireAnswer.error(status, name, Trees.json(members));
  }

  /** Returns what is answered to a request for no operation. */
  static WireAnswer unknownOperation() {
    return WireAnswer.error(404, "UnknownOperationException", "{}");
  }

  /** Returns what is answered to a request with findings. */
  static WireAnswer invalid(Report report, Catalogue catalogue) {
    List<Object> fields = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.severity().breaksContract()) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", path(finding));
        field.put("message", finding.message());
        fields.add(field);
      }
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(
        "message",
        fields.size()
            + (fields.size() == 1 ? " validation error" : " validation errors")
            + " detected");
    members.put("reason", "FIELD_VALIDATION_FAILED");
    members.put("fieldList", fields);
    return of("ValidationException", members, catalogue);
  }

  /** Returns the path of the member that a finding is about. */
  private static String path(Finding finding) {
    List<String> path = new ArrayList<>(Pointers.segments(finding.pointer()));
    finding.member().ifPresent(path::add);
    return String.join(".", path);
  }
}
