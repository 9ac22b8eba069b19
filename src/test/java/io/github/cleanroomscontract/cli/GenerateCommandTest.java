package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerateCommandTest {

  /** A writer whose reader goes after so many lines. */
  private static final class Lines extends PrintWriter {

    private final List<String> lines = new ArrayList<>();
    private final int wanted;

    Lines(int wanted) {
      super(Writer.nullWriter());
      this.wanted = wanted;
    }

    @Override
    public void println(String line) {
      lines.add(line);
    }

    @Override
    public boolean checkError() {
      return lines.size() >= wanted;
    }
  }

  @Test
  void endsWhenNobodyReadsOn() {
    Lines out = new Lines(3);
    int code =
        RootCommand.execute(
            out,
            new PrintWriter(Writer.nullWriter()),
            "generate",
            "StartProtectedQuery",
            "--request");

    assertThat(code).isZero();
    assertThat(out.lines).hasSize(3);
  }
}
