package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Judges captures, and says in short what came of it. */
final class Judging {

  private Judging() {}

  static List<JudgedMessage> text(String text) {
    return text(text, CaptureOptions.none());
  }

  static List<JudgedMessage> text(String text, CaptureOptions options) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return all(options, judge -> judge.judge(new ByteArrayInputStream(bytes), bytes.length));
  }

  static List<JudgedMessage> path(Path path) {
    return all(CaptureOptions.none(), judge -> judge.judge(path));
  }

  static List<JudgedMessage> path(Path path, CaptureOptions options) {
    return all(options, judge -> judge.judge(path));
  }

  private static List<JudgedMessage> all(CaptureOptions options, Consumer<CaptureJudge> input) {
    List<JudgedMessage> messages = new ArrayList<>();
    input.accept(new CaptureJudge(ContractValidator.create(), options, messages::add));
    return messages;
  }

  /** Returns outcome, operation, direction, and the findings' rules with their places. */
  static List<String> told(List<JudgedMessage> messages) {
    return messages.stream().map(Judging::told).toList();
  }

  private static String told(JudgedMessage message) {
    return message.report().outcome().label()
        + message.operation().map(name -> " " + name).orElse("")
        + message.direction().map(each -> " " + each.label()).orElse("")
        + message.report().findings().stream().map(Judging::told).toList();
  }

  private static String told(Finding finding) {
    String pointer = finding.pointer().isEmpty() ? "" : " " + finding.pointer();
    return finding.rule().id() + pointer + " " + place(finding);
  }

  static String place(Finding finding) {
    Place place = finding.place().orElseThrow();
    return place.line() + ":" + place.column();
  }

  /** Returns the text that the marked place of a finding begins with, as it is shown. */
  static String marked(Finding finding) {
    return finding
        .place()
        .orElseThrow()
        .excerpt()
        .map(
            each ->
                each.lines()
                    .get(each.markedLine())
                    .substring(each.markStart(), each.markStart() + each.markLength()))
        .orElse("nothing");
  }
}
