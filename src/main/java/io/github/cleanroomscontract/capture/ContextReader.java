package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what is known of the world around calls from captured answers: files such as {@code
 * GetCollaboration.response.json}, or captures, in the order of their names. A request teaches what
 * its answer is about: {@code ListMembers.request.json} before {@code ListMembers.response.json}.
 */
public final class ContextReader {

  private ContextReader() {}

  /**
   * Reads files and folders.
   *
   * @return what they tell
   * @throws IllegalArgumentException if one cannot be read, or is not valid itself; the message
   *     says which and why
   */
  public static CallContext read(List<Path> paths) {
    CallContext context = CallContext.create();
    Conversation conversation = ContractValidator.create().conversation(context);
    CaptureJudge judge =
        new CaptureJudge(conversation, CaptureOptions.none(), ContextReader::refuseBroken);
    paths.forEach(judge::judge);
    return context;
  }

  private static void refuseBroken(JudgedMessage message) {
    if (message.report().valid() || message.report().outcome() == Outcome.SKIPPED) {
      return;
    }
    Finding first = message.report().findings().get(0);
    String line = message.line() > 1 ? ":" + message.line() : "";
    throw new IllegalArgumentException(
        "the context " + message.source() + line + " cannot be used: " + first);
  }
}
