package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.validation.Payload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A message of a capture, in the one form that all forms of captures are brought into.
 *
 * @param line the line of the source that it begins at
 * @param identity what it is, as far as that is known
 * @param status the HTTP status, if that is known
 * @param payload the payload, whose findings have their places in the source; empty if it is
 *     settled
 * @param request the request that it answers, if that is known
 * @param known what is known for it alone
 * @param besides what is wrong with how it travels
 * @param partial whether members may be missing because the capture does not tell them
 * @param carried what the capture says besides, as JSON in one line, by name
 * @param settled its report, if there is nothing to judge
 */
record Captured(
    int line,
    Identity identity,
    OptionalInt status,
    Optional<Payload> payload,
    Optional<Payload> request,
    CallContext known,
    List<Finding> besides,
    boolean partial,
    Map<String, String> carried,
    Optional<Report> settled) {

  private static final CallContext NOTHING = CallContext.create();

  /** Returns a message of which nothing more is known. */
  static Captured of(int line, Identity identity, Payload payload) {
    return new Captured(
        line,
        identity,
        OptionalInt.empty(),
        Optional.of(payload),
        Optional.empty(),
        NOTHING,
        List.of(),
        false,
        Map.of(),
        Optional.empty());
  }

  /** Returns a message with a report already. */
  static Captured settled(int line, Identity identity, Report report) {
    return new Captured(
        line,
        identity,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        NOTHING,
        List.of(),
        false,
        Map.of(),
        Optional.of(report));
  }

  /** Returns a message that is left out, with the reason. */
  static Captured skipped(int line, Identity identity, String why) {
    Finding finding = Notices.at(Rules.INPUT_SKIPPED, why, line, 1);
    Report report = new Report("", Outcome.SKIPPED, List.of(finding), List.of());
    return settled(line, identity, report);
  }

  Captured withStatus(OptionalInt newStatus) {
    return new Captured(
        line, identity, newStatus, payload, request, known, besides, partial, carried, settled);
  }

  Captured withRequest(Optional<Payload> answered) {
    return new Captured(
        line, identity, status, payload, answered, known, besides, partial, carried, settled);
  }

  Captured withKnown(CallContext more) {
    return new Captured(
        line, identity, status, payload, request, more, besides, partial, carried, settled);
  }

  Captured withBesides(List<Finding> findings) {
    return new Captured(
        line, identity, status, payload, request, known, findings, partial, carried, settled);
  }

  Captured withCarried(Map<String, String> more) {
    return new Captured(
        line, identity, status, payload, request, known, besides, partial, more, settled);
  }

  /** Returns the same as a message of which the capture may not tell all members. */
  Captured asPartial() {
    return new Captured(
        line, identity, status, payload, request, known, besides, true, carried, settled);
  }
}
