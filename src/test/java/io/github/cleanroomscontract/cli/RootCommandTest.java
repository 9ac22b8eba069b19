package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootCommandTest {

  @Test
  void aCommandThatIsNamedIsLearntAlone() {
    assertThat(RootCommand.commands("validate", "generate"))
        .singleElement()
        .isEqualTo(ValidateCommand.class);
    assertThat(RootCommand.commands("serve")).singleElement().isEqualTo(ServeCommand.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "--version", "validat x", "help", "generate-completion"})
  void whatMayBeAboutAnyCommandKnowsAll(String arguments) {
    assertThat(RootCommand.commands(arguments.split(" ")))
        .isEqualTo(RootCommand.commands())
        .hasSizeGreaterThan(10);
  }
}
