package io.github.cleanroomscontract.exchange;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Report;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An exchange and what was found out about it. Immutable.
 *
 * @param operation the operation that was asked for; empty if there is none at that path
 * @param request the request as it travelled
 * @param answer the answer as it travelled; empty if none came, such as where the connection broke
 * @param input the input as JSON, put back together from path, query and body; sensitive values
 *     included
 * @param requestReport what was found in the request
 * @param answerReport what was found in the answer; empty if none came, or nobody could tell what
 *     it answers
 * @param madeBy the line of code that made the call, where that is known
 */
public record Call(
    Optional<Operation> operation,
    WireRequest request,
    Optional<WireAnswer> answer,
    String input,
    Report requestReport,
    Optional<Report> answerReport,
    Optional<CodeLine> madeBy) {

  /** Returns the operation's name; empty if there is no operation at that path. */
  public Optional<String> operationName() {
    return operation.map(Operation::name);
  }

  /** Returns the body of the answer as text, sensitive values included; empty if none came. */
  public String output() {
    return answer.map(each -> new String(each.body(), StandardCharsets.UTF_8)).orElse("");
  }

  /** Returns the reports of request and answer. */
  public Stream<Report> reports() {
    return Stream.concat(Stream.of(requestReport), answerReport.stream());
  }

  /** Returns whether both messages are in the contract. */
  public boolean valid() {
    return reports().allMatch(Report::valid);
  }

  /** Returns the same call, made by a line of code. */
  public Call madeBy(Optional<CodeLine> line) {
    return new Call(operation, request, answer, input, requestReport, answerReport, line);
  }

  /** Returns the operation's name or else the path, and the status. */
  @Override
  public String toString() {
    return operationName().orElse(request.toString())
        + answer.map(each -> " → " + each.status()).orElse(" without an answer");
  }
}
