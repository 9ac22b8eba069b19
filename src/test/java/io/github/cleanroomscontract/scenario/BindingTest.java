package io.github.cleanroomscontract.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  @TempDir private Path folder;

  private Binding read(String json) throws IOException {
    return Binding.read(Files.writeString(folder.resolve("b.json"), json.replace('\'', '"')));
  }

  @Test
  void aBindingHasIdentifiersValuesAndTheCaller() throws IOException {
    Binding binding =
        read(
            "{'membership':'"
                + ID
                + "','callerAccount':'111122223333','disposable':['membership'],"
                + "'values':{'database':'sales'}}");
    assertThat(binding.identifier("membership")).contains(ID);
    assertThat(binding.identifier("collaboration")).isEmpty();
    assertThat(binding.callerAccount()).contains("111122223333");
    assertThat(binding.value("database")).contains("sales");
    assertThat(binding.isDisposable("membership")).isTrue();
    assertThat(binding.isDisposable("collaboration")).isFalse();
  }

  @Test
  void namesAreThoseOfTheInputs() {
    assertThat(Binding.names())
        .contains(
            "membership",
            "collaboration",
            "analysisTemplate",
            "analysisTemplateArn",
            "configuredTable",
            "schemaName",
            "accountId",
            "resourceArn",
            "roleArn")
        .doesNotContain("name", "type", "analysisRuleType", "description", "nextToken");
    Set<String> paths =
        Catalogue.current().operations().stream()
            .flatMap(
                operation ->
                    operation.http().pathMembers().stream()
                        .map(name -> operation.request().member(name).orElseThrow())
                        .filter(member -> member.shape().kind() != Shape.Kind.ENUM)
                        .map(
                            member ->
                                Placeholders.name(operation, member.name(), member.shape())
                                    .orElse("nothing for " + member.name())))
            .collect(Collectors.toSet());
    assertThat(Binding.names()).containsAll(paths);
    assertThat(Placeholders.all().get("roleArn").needed()).isFalse();
    assertThat(paths).allMatch(name -> Placeholders.all().get(name).needed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'memberships':'x'} | 1:16: there is no member here \"memberships\"; did you mean"
            + " \"membership\"?",
        "{'membership':3} | 1:15: \"membership\" has to be a text",
        "{'membership':'nobody'} | 1:15: \"membership\" is no such thing: GetMembership",
        "{'callerAccount':'12'} | 1:18: an AWS account has 12 digits",
        "{'disposable':'membership'} | 1:15: \"disposable\" has to be a list of names",
        "{'disposable':['membershop']} | 1:16: there is no name in a binding \"membershop\"; did",
        "{'disposable':['membership']} | 1:15: \"membership\" is said to be disposable, and is not",
        "{'values':{'membership':'x'}} | 1:25: \"membership\" has a meaning of its own; choose",
        "{'values':{'x':{}}} | 1:16: \"x\" has to be a text",
        "[] | 1:1: the file has to be an object",
        "{'membership' | 1:14: the file is not JSON: truncated",
      })
  void whatIsNoBindingIsRefusedWithItsPlace(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IOException.class)
        .message()
        .startsWith(folder.resolve("b.json") + ":")
        .contains(message.replaceFirst("GetMembership$", ""));
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> Binding.read(folder.resolve("none.json")))
        .hasMessage(folder.resolve("none.json") + " cannot be read: there is no such file");
  }
}
