package io.github.cleanroomscontract.exchange;

import java.util.Optional;

/**
 * The line of code that made a call.
 *
 * @param className the class, with its package
 * @param method the method
 * @param file the file's name; empty if the class does not tell
 * @param line the line, from 1; 0 if the class does not tell
 */
public record CodeLine(String className, String method, Optional<String> file, int line) {

  /** Returns the line of a stack frame. */
  public static CodeLine of(StackWalker.StackFrame frame) {
    return new CodeLine(
        frame.getClassName(),
        frame.getMethodName(),
        Optional.ofNullable(frame.getFileName()),
        Math.max(0, frame.getLineNumber()));
  }

  /** Returns file and line, such as {@code NightlyReport.java:42}, or else class and method. */
  @Override
  public String toString() {
    return file.isPresent() && line > 0
        ? file.get() + ":" + line
        : className.substring(className.lastIndexOf('.') + 1) + "." + method;
  }
}
