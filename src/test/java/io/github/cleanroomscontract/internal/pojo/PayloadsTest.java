package io.github.cleanroomscontract.internal.pojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cleanroomscontract.validation.Payload;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cleanrooms.model.GetMembershipRequest;
import software.amazon.awssdk.services.cleanrooms.model.ProtectedQueryType;

class PayloadsTest {

  private static final String TEXT = "{ \"a\": \"ä\" }";

  @TempDir Path folder;

  @Nested
  class AsTheyAre {

    @Test
    void areTextBytesStreamsFilesAndPayloads() throws IOException {
      byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
      Path file = Files.write(folder.resolve("a.json"), bytes);

      assertThat(Payloads.of(TEXT).text()).isEqualTo(TEXT);
      assertThat(Payloads.of(new StringBuilder(TEXT)).text()).isEqualTo(TEXT);
      assertThat(Payloads.of(bytes).text()).isEqualTo(TEXT);
      assertThat(Payloads.of(new ByteArrayInputStream(bytes)).text()).isEqualTo(TEXT);
      assertThat(Payloads.of(file).text()).isEqualTo(TEXT);
      Payload payload = Payload.of(TEXT);
      assertThat(Payloads.of(payload)).isSameAs(payload);
      assertThat(Payloads.json(file)).isEqualTo(TEXT);
    }

    /** Whether it is JSON, its report says. */
    @Test
    void needNotBeJson() {
      assertThat(Payloads.json("no JSON")).isEqualTo("no JSON");
    }
  }

  @Nested
  class Maps {

    @Test
    void areWrittenInTheirOrder() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("text", new StringBuilder("x\"y"));
      map.put("nothing", null);
      map.put("truth", true);
      map.put("numbers", Arrays.asList(1, 2L, 1.50, new BigDecimal("0.10"), BigInteger.TEN));
      map.put("time", Instant.parse("2025-04-30T00:00:00Z"));
      map.put("fraction", Instant.parse("2025-04-30T00:00:00.250Z"));
      map.put("constant", ProtectedQueryType.SQL);
      map.put("none", Map.of());
      map.put("request", GetMembershipRequest.builder().membershipIdentifier("m").build());

      assertThat(Payloads.json(map))
          .isEqualTo(
              "{\"text\":\"x\\\"y\",\"nothing\":null,\"truth\":true,"
                  + "\"numbers\":[1,2,1.5,0.10,10],\"time\":1745971200,"
                  + "\"fraction\":1745971200.25,\"constant\":\"SQL\",\"none\":{},"
                  + "\"request\":{\"membershipIdentifier\":\"m\"}}");
    }

    @Test
    void areWrittenInLinesWhereSomebodyLooksAtThem() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("a", List.of(1, Map.of("b", "c")));
      map.put("d", Map.of());
      map.put("e", List.of());

      assertThat(Payloads.of(map).text())
          .isEqualTo(
              """
              {
                "a": [
                  1,
                  {
                    "b": "c"
                  }
                ],
                "d": {},
                "e": []
              }""");
    }

    /** As the API writes what is no number. */
    @Test
    void mayHoldWhatIsNoNumber() {
      assertThat(Payloads.json(Map.of("a", Double.NaN))).isEqualTo("{\"a\":\"NaN\"}");
      assertThat(Payloads.json(List.of(Float.NEGATIVE_INFINITY))).isEqualTo("[\"-Infinity\"]");
    }

    @Test
    void mayNotHoldWhatIsNoPlainValue() {
      Map<String, Object> map = Map.of("a", List.of(Map.of("b/c", new Date())));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.json(map))
          .withMessage(
              "a payload holds null, text, numbers, true and false, Instants, constants, maps,"
                  + " collections and objects of the AWS SDK; found java.util.Date at /a/0/b~1c");
    }

    @Test
    void haveTextForNames() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.json(Map.of("a", Map.of(1, 2))))
          .withMessage("the names of members are text; found java.lang.Integer in the map at /a");
      Map<String, Object> map = new HashMap<>();
      map.put(null, 1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.json(map))
          .withMessage("the names of members are text; found null in the map");
      assertThat(Payloads.json(Map.of(TimeUnit.DAYS, 1))).isEqualTo("{\"DAYS\":1}");
    }

    @Test
    void mayNotHoldThemselves() {
      Map<String, Object> map = new HashMap<>();
      map.put("a", map);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.json(map))
          .withMessage("a payload nests at most 500 levels; this map goes on, or holds itself");
    }

    @Test
    void holdNumbersThatWriteThemselvesAsOne() {
      Number odd =
          new Number() {
            private static final long serialVersionUID = 1;

            @Override
            public int intValue() {
              return 1;
            }

            @Override
            public long longValue() {
              return 1;
            }

            @Override
            public float floatValue() {
              return 1;
            }

            @Override
            public double doubleValue() {
              return 1;
            }

            @Override
            public String toString() {
              return "one";
            }
          };

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.json(Map.of("a", odd)))
          .withMessage(odd.getClass().getName() + " does not write itself as a number at /a");
    }
  }

  @Nested
  class Refused {

    @Test
    void isWhatIsOfNoKindThatIsUnderstood() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.of(new File("a.json")))
          .withMessage(
              "a payload is text, bytes, a stream, a Path, a Map, or an object of the AWS SDK; found"
                  + " java.io.File");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.json(null))
          .withMessageEndingWith("; found null");
    }

    @Test
    void isAFileThatIsNotThere() {
      Path file = Path.of("none.json");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.of(file))
          .withMessage("there is no file none.json (" + file.toAbsolutePath() + ")");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.of(folder))
          .withMessage(folder + " (" + folder + ") is a folder; a payload is one file");
    }

    @Test
    void isAStreamThatBreaks() {
      InputStream stream =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("broken");
            }
          };

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.of(stream))
          .withMessage("the stream of the payload cannot be read");
    }
  }

  @Nested
  class Members {

    @Test
    void arePlainValues() {
      Map<String, Object> members =
          Payloads.members(
              "{\"s\":\"x\",\"n\":null,\"t\":true,\"i\":1,\"l\":3000000000,\"d\":0.5,"
                  + "\"a\":[{}],\"b\":10000000000000000000}");

      Map<String, Object> expected = new LinkedHashMap<>();
      expected.put("s", "x");
      expected.put("n", null);
      expected.put("t", true);
      expected.put("i", 1);
      expected.put("l", 3_000_000_000L);
      expected.put("d", 0.5);
      expected.put("a", List.of(Map.of()));
      expected.put("b", new BigInteger("10000000000000000000"));
      assertThat(members).containsExactlyEntriesOf(expected);
    }

    @Test
    void areOfAnObject() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.members("[]"))
          .withMessage("the text is no JSON object");
    }

    @Test
    void areOfATextThatSaysOneThing() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.members("{\n  \"a\": }"))
          .withMessage("the text is not JSON to be relied on: syntax in line 2, column 8");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Payloads.members("{\"a\": 1, \"a\": 2}"))
          .withMessage("the text is not JSON to be relied on: duplicate key in line 1, column 10");
    }
  }
}
