package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.CodeLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the line of code that makes a call of the SDK. */
final class CallSite {

  private static final Set<String> OWN =
      Set.of(CallSite.class.getName(), ContractInterceptor.class.getName());

  /** What stands between that line and us. */
  private static final List<String> BETWEEN =
      List.of("software.amazon.awssdk.", "java.", "javax.", "jdk.", "sun.", "com.sun.");

  private CallSite() {}

  static Optional<CodeLine> find() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !OWN.contains(frame.getClassName()))
                    .filter(frame -> BETWEEN.stream().noneMatch(frame.getClassName()::startsWith))
                    .findFirst())
        .map(CodeLine::of);
  }
}
