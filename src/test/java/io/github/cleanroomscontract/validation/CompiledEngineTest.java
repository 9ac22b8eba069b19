package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.schema.Edition;
import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Schemas of its own, keyword by keyword, with what is told of them; networknt says the same. */
class CompiledEngineTest {

  private static final String URI = SchemaFiles.BASE + "own/shapes.schema.json#/$defs/it";

  private static JsonNode json(String text) {
    return JsonDocument.parse(text).root().orElseThrow();
  }

  private static SchemaFiles files(String... defs) {
    return new SchemaFiles(
        new Edition(Catalogue.MODEL_DATE),
        path -> {
          int number = path.equals("own/shapes.schema.json") ? 0 : 1;
          return json(
              "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$id\":\""
                  + (SchemaFiles.BASE + path)
                  + "\",\"$defs\":"
                  + defs[number]
                  + "}");
        });
  }

  /** What both engines tell, a line a violation. */
  private static List<String> told(SchemaFiles files, String payload) {
    List<String> told = lines(new CompiledEngine(files), payload);
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(lines(new NetworkntEngine(files), payload));
    return told;
  }

  private static List<String> lines(Engine engine, String payload) {
    return engine.judge(URI, json(payload)).stream()
        .map(
            each ->
                String.join(" ", each.pointer(), each.keyword(), each.subject(), each.rule())
                    .strip()
                    .replaceAll(" +", " "))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // What any value may be.
        "true | 1 | ``",
        "false | 1 | false",
        "{\"type\":\"null\"} | null | ``",
        "{\"type\":\"null\"} | 0 | type",
        "{\"type\":\"integer\"} | 2.0 | ``",
        "{\"type\":\"integer\"} | 2.5 | type",
        "{\"type\":\"number\"} | \"2\" | type",
        "{\"type\":[\"number\",\"string\"]} | \"2\" | ``",
        "{\"type\":[\"number\",\"string\"]} | true | type",
        "{\"const\":1.0} | 1 | ``",
        "{\"const\":1} | \"1\" | const",
        "{\"const\":{\"a\":[1],\"b\":null}} | {\"b\":null,\"a\":[1.0]} | ``",
        "{\"const\":[1,2]} | [2,1] | const",
        "{\"enum\":[\"a\",1,null]} | 1.0 | ``",
        "{\"enum\":[\"a\",1,null]} | null | ``",
        "{\"enum\":[\"a\",1,null]} | \"A\" | enum",
        // Numbers.
        "{\"minimum\":2} | 2 | ``",
        "{\"minimum\":2} | 1.9999 | minimum",
        "{\"minimum\":2} | \"1\" | ``",
        "{\"minimum\":0} | -0.0 | ``",
        "{\"maximum\":2.5} | 2.5 | ``",
        "{\"maximum\":2.5} | 3 | maximum",
        "{\"maximum\":9007199254740993} | 9007199254740993 | ``",
        "{\"maximum\":9007199254740993} | 9007199254740994 | maximum",
        "{\"maximum\":7} | 10000000000000000000000 | maximum",
        "{\"exclusiveMinimum\":2} | 2 | exclusiveMinimum",
        "{\"exclusiveMinimum\":2} | 2.1 | ``",
        "{\"exclusiveMaximum\":2} | 2.0 | exclusiveMaximum",
        "{\"exclusiveMaximum\":2} | 1 | ``",
        "{\"exclusiveMaximum\":9007199254740993} | 9007199254740992.0 | ``",
        // Strings.
        "{\"minLength\":2} | \"\uD83D\uDE00\" | minLength",
        "{\"minLength\":2} | \"ab\" | ``",
        "{\"maxLength\":1} | \"\uD83D\uDE00\" | ``",
        "{\"maxLength\":1} | \"ab\" | maxLength",
        "{\"maxLength\":1} | 22 | ``",
        "{\"pattern\":\"^a+$\"} | \"aa\" | ``",
        "{\"pattern\":\"^a+$\"} | \"aa\\n\" | pattern",
        "{\"pattern\":\"b\"} | \"abc\" | ``",
        "{\"pattern\":\"^a+$\"} | 1 | ``",
        // Objects.
        "{\"properties\":{\"a/b\":{\"type\":\"string\"}}} | {\"a/b\":1} | /a~1b type",
        "{\"properties\":{\"a\":false}} | {\"a\":1} | /a false",
        "{\"properties\":{\"a\":false}} | [1] | ``",
        "{\"required\":[\"a\",\"b\"]} | {\"a\":null} | required b",
        "{\"required\":[\"a\"]} | \"a\" | ``",
        "{\"properties\":{\"a\":true},\"additionalProperties\":false} | {\"a\":1,\"#b\":1} |"
            + " additionalProperties #b",
        "{\"properties\":{\"a\":true},\"additionalProperties\":{\"type\":\"null\"}} |"
            + " {\"a\":1,\"b\":2} | /b type",
        "{\"additionalProperties\":true} | {\"a\":1} | ``",
        "{\"propertyNames\":{\"maxLength\":1}} | {\"a\":1,\"bc\":1} | propertyNames bc",
        "{\"minProperties\":1} | {} | minProperties",
        "{\"minProperties\":1} | [] | ``",
        "{\"maxProperties\":1} | {\"a\":1,\"b\":1} | maxProperties",
        "{\"dependentRequired\":{\"a\":[\"b\"]}} | {\"a\":1} | dependentRequired a",
        "{\"dependentRequired\":{\"a\":[\"b\"]}} | {\"b\":1} | ``",
        // Lists.
        "{\"items\":{\"type\":\"string\"}} | [\"a\",1] | /1 type",
        "{\"items\":{\"type\":\"string\"}} | {\"0\":1} | ``",
        "{\"minItems\":1} | [] | minItems",
        "{\"maxItems\":1} | [1,2] | maxItems",
        "{\"maxItems\":1} | {\"a\":1,\"b\":2} | ``",
        "{\"uniqueItems\":true} | [1,1.0] | uniqueItems",
        "{\"uniqueItems\":true} | [[0],[false],\"0\",{\"0\":0}] | ``",
        "{\"uniqueItems\":true} | {\"a\":1,\"b\":1} | ``",
        "{\"uniqueItems\":false} | [1,1] | ``",
        "{\"contains\":{\"const\":1}} | [2] | minContains",
        "{\"contains\":{\"const\":1},\"minContains\":0} | [2] | ``",
        "{\"contains\":{\"const\":1},\"minContains\":2} | [1] | minContains",
        "{\"contains\":{\"const\":1},\"maxContains\":1} | [1,1] | maxContains",
        "{\"contains\":{\"const\":1}} | {} | ``",
        // Schemas of schemas.
        "{\"allOf\":[{\"type\":\"null\"},{\"const\":2}]} | 1 | `type,const`",
        "{\"anyOf\":[{\"type\":\"null\"},{\"const\":2}]} | 1 | `type,const`",
        "{\"anyOf\":[{\"type\":\"null\"},{\"const\":1}]} | 1 | ``",
        "{\"oneOf\":[{\"type\":\"null\"},{\"const\":2}]} | 1 | `oneOf,type,const`",
        "{\"oneOf\":[{\"type\":\"null\"},{\"const\":1},true,false]} | 1 | `oneOf,type`",
        "{\"oneOf\":[{\"type\":\"null\"},{\"const\":1}]} | 1 | ``",
        "{\"not\":{\"const\":1}} | 1 | not",
        "{\"not\":{\"properties\":{\"a\":{\"const\":1},\"b\":{\"const\":1}}}} |"
            + " {\"a\":1,\"b\":2} | ``",
        "{\"not\":{\"items\":{\"const\":1}}} | [1,2] | ``",
        "{\"if\":{\"const\":1},\"then\":false} | 1 | false",
        "{\"if\":{\"const\":1},\"then\":false} | 2 | ``",
        "{\"if\":{\"const\":1},\"else\":{\"type\":\"null\"}} | 2 | type",
        "{\"if\":{\"const\":1}} | 2 | ``",
        "{\"then\":false,\"else\":false} | 2 | ``",
        "{\"$ref\":\"#/$defs/small\",\"type\":\"string\"} | 10 | `maximum,type`",
        // Rules: what stands in the first allOf is part of one.
        "{\"allOf\":[{\"x-rule\":\"a.b\",\"properties\":{\"a\":{\"const\":1}}}]} | {\"a\":2} |"
            + " /a const a.b",
        "{\"allOf\":[{\"x-rule\":\"a.b\",\"allOf\":[{\"x-rule\":\"c\",\"not\":{}}]}]} | 1 | not a.b",
        "{\"x-advice\":[{\"x-rule\":\"a.b\",\"maxProperties\":0}]} | {\"a\":2} | maxProperties a.b",
        "{\"allOf\":[{\"x-rule\":\"a.b\",\"$ref\":\"#/$defs/small\"}]} | 10 | maximum",
        // What says nothing.
        "{\"title\":\"\",\"description\":\"\",\"default\":1,\"x-since\":\"2025-01-01\"} | 2 | ``"
      })
  void aKeywordTellsWhatFails(String schema, String payload, String expected) {
    SchemaFiles files = files("{\"small\":{\"maximum\":9},\"it\":" + schema + "}");
    assertThat(String.join(",", told(files, payload))).isEqualTo(expected);
  }

  /** Contributors may write what the compiler does not know. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"multipleOf\":2} | 3 | multipleOf",
        "{\"patternProperties\":{\"^a\":false},\"required\":[\"b\"]} | {\"a\":1} |"
            + " `/a false,required b`",
        "{\"prefixItems\":[{\"type\":\"string\"}],\"items\":false} | [1,2] | `/0 type,items`",
        "{\"unevaluatedProperties\":false,\"properties\":{\"a\":{}}} | {\"a\":1,\"b\":2} |"
            + " unevaluatedProperties b",
        "{\"dependentSchemas\":{\"a\":{\"required\":[\"b\"]}}} | {\"a\":1} | required b",
        "{\"maxLength\":1.0} | \"ab\" | maxLength",
        "{\"allOf\":[{\"not\":{\"multipleOf\":2}}]} | 2 | not",
        "{\"$ref\":\"https://cleanroomscontract.github.io/schemas/own/shapes.schema.json#/$defs/even\"}"
            + " | 3 | multipleOf",
        "{\"$ref\":\"#even\"} | 3 | multipleOf",
        "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/even\"},\"b\":{\"type\":\"null\"}}} |"
            + " {\"a\":1,\"b\":2} | `/a multipleOf,/b type`",
        "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/even\"},\"b\":{\"type\":\"null\"}}} |"
            + " {\"b\":2} | /b type"
      })
  void whatIsUnfamiliarIsJudgedByNetworknt(String schema, String payload, String expected) {
    SchemaFiles files =
        files("{\"even\":{\"$anchor\":\"even\",\"multipleOf\":2},\"it\":" + schema + "}");
    assertThat(String.join(",", told(files, payload)).split(","))
        .containsExactlyInAnyOrder(expected.split(","));
  }

  @Test
  void anUnfamiliarSchemaIsStillJudgedWhenItIsReachedLater() {
    CompiledEngine engine =
        new CompiledEngine(
            files(
                "{\"it\":{\"properties\":{\"a\":{\"$ref\":\"../more/shapes.schema.json#/$defs/even\"}}}}",
                "{\"even\":{\"multipleOf\":2}}"));
    assertThat(lines(engine, "{}")).isEmpty();
    assertThat(lines(engine, "{\"a\":1}")).containsExactly("/a multipleOf");
    assertThat(lines(engine, "{\"a\":2}")).isEmpty();
    assertThat(lines(engine, "{\"a\":3}")).containsExactly("/a multipleOf");
  }

  @Test
  void aSchemaMayHoldItself() {
    SchemaFiles files =
        files(
            "{\"it\":{\"type\":\"object\",\"properties\":{\"below\":{\"type\":\"array\",\"items\":"
                + "{\"$ref\":\"#/$defs/it\"}}},\"additionalProperties\":false}}");
    int depth = 100;
    String payload = "{\"below\":[".repeat(depth) + "{\"above\":1}" + "]}".repeat(depth);
    assertThat(told(files, payload))
        .containsExactly("/below/0".repeat(depth) + " additionalProperties above");
  }

  @Test
  void whatNoPayloadReachesIsNotRead() {
    SchemaFiles files = files("{\"it\":{\"properties\":{\"a\":{\"$ref\":\"#/$defs/gone\"}}}}");
    CompiledEngine engine = new CompiledEngine(files);
    assertThat(lines(engine, "{\"b\":1}")).isEmpty();
    assertThatThrownBy(() -> lines(engine, "{\"a\":1}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no schema at own/shapes.schema.json#/$defs/gone");
  }

  /** A pattern's string is not tried where it is too long, and its length says what is wrong. */
  @Test
  void aPatternIsNotTriedOnWhatIsTooLongAnyway() {
    SchemaFiles files = files("{\"it\":{\"maxLength\":300,\"pattern\":\"^(?:a|b)*$\"}}");
    assertThat(told(files, "\"" + "ab".repeat(500_000) + "c\"")).containsExactly("maxLength");
    assertThat(told(files, "\"" + "c".repeat(300) + "\"")).containsExactly("pattern");
  }

  @Test
  void threadsMayBeginAtOnce() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 50; round++) {
        CompiledEngine engine =
            new CompiledEngine(
                files(
                    "{\"it\":{\"items\":{\"$ref\":\"#/$defs/text\"}},"
                        + "\"text\":{\"maxLength\":9,\"pattern\":\"^[a-z]*$\"}}"));
        CountDownLatch start = new CountDownLatch(threads);
        Callable<List<String>> judge =
            () -> {
              start.countDown();
              start.await();
              return lines(engine, "[\"a\",\"A\",1]");
            };
        List<Future<List<String>>> answers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          answers.add(pool.submit(judge));
        }
        for (Future<List<String>> answer : answers) {
          assertThat(answer.get()).containsExactly("/1 pattern");
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
