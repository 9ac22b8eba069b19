package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.report.Format;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A report that goes to a file, as users ask for it: {@code html=out.html}.
 *
 * @param format how it is written
 * @param file where it goes
 */
record ReportRequest(Format format, Path file) {

  /** How requests are written, completed, and refused. */
  static final class Converter implements ITypeConverter<ReportRequest>, Iterable<String> {

    @Override
    public ReportRequest convert(String text) {
      int equals = text.indexOf('=');
      Format format = new Choices.Formats().convert(equals < 0 ? text : text.substring(0, equals));
      String file = text.substring(equals + 1);
      if (equals < 0 || file.isEmpty()) {
        throw new TypeConversionException("say which file it goes to: " + format.label() + "=FILE");
      }
      return new ReportRequest(format, new PathConverter().convert(file));
    }

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Format.values()).map(format -> format.label() + "=").iterator();
    }
  }
}
