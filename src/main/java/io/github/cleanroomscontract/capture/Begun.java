package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.validation.Examination;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A message that is being judged: it was looked at by itself, then it is concluded with what those
 * before it told, then ended. Not thread-safe, but each step may be another thread's.
 */
final class Begun {

  private final MessageJudge judge;
  private final String source;
  private final Captured message;
  private final Examination examination;
  private final Report settled;

  /** Where its findings are; null if that is where they say. */
  private final UnaryOperator<Place> places;

  private Begun(
      MessageJudge judge,
      String source,
      Captured message,
      Examination examination,
      Report settled,
      UnaryOperator<Place> places) {
    this.judge = judge;
    this.source = source;
    this.message = message;
    this.examination = examination;
    this.settled = settled;
    this.places = places;
  }

  /** Returns a message that was looked at. */
  static Begun examined(
      MessageJudge judge, String source, Captured message, Examination examination) {
    return new Begun(judge, source, message, examination, null, null);
  }

  /** Returns a message of which all is known already. */
  static Begun settled(String source, Captured message, Report report) {
    return new Begun(null, source, message, null, report, null);
  }

  /** Returns the same message with other places of its findings. */
  Begun placed(UnaryOperator<Place> newPlaces) {
    return new Begun(judge, source, message, examination, settled, newPlaces);
  }

  /** Takes its turn; to be called once, in the order of the capture. */
  void conclude() {
    if (examination != null) {
      judge.conclude(message, examination);
    }
  }

  /** Returns the message with its report. */
  JudgedMessage end() {
    return new JudgedMessage(
        source,
        message.line(),
        message.identity().operation(),
        message.identity().direction(),
        message.carried(),
        placed(settled != null ? settled : MessageJudge.report(message, examination)));
  }

  private Report placed(Report report) {
    if (places == null) {
      return report;
    }
    List<Finding> findings =
        report.findings().stream().map(each -> each.withPlace(each.place().map(places))).toList();
    return new Report(report.subject(), report.outcome(), findings, report.unchecked());
  }
}
