package io.github.cleanroomscontract.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointersTest {

  @Test
  void appendsMembersAndItems() {
    assertThat(Pointers.append(Pointers.ROOT, "a")).isEqualTo("/a");
    assertThat(Pointers.append("/a", 0)).isEqualTo("/a/0");
    assertThat(Pointers.append("/a", "")).isEqualTo("/a/");
  }

  @Test
  void escapesWhatWouldReadAsSomethingElse() {
    assertThat(Pointers.append("", "a/b")).isEqualTo("/a~1b");
    assertThat(Pointers.append("", "a~b")).isEqualTo("/a~0b");
    assertThat(Pointers.append("", "~1")).isEqualTo("/~01");
    assertThat(Pointers.append("", "~/~")).isEqualTo("/~0~1~0");
  }

  /** The examples of RFC 6901, section 5. */
  @Test
  void splitsIntoUnescapedSegments() {
    assertThat(Pointers.segments("")).isEmpty();
    assertThat(Pointers.segments("/foo/0")).containsExactly("foo", "0");
    assertThat(Pointers.segments("/")).containsExactly("");
    assertThat(Pointers.segments("/a~1b")).containsExactly("a/b");
    assertThat(Pointers.segments("/m~0n")).containsExactly("m~n");
    assertThat(Pointers.segments("/c%d/e^f/g|h/i\\j/k\"l/ "))
        .containsExactly("c%d", "e^f", "g|h", "i\\j", "k\"l", " ");
  }

  @Test
  void unescapesOnlyOnce() {
    assertThat(Pointers.segments("/~01")).containsExactly("~1");
  }

  @Test
  void splitsEmptySegments() {
    assertThat(Pointers.segments("/a//b/")).containsExactly("a", "", "b", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "~", "/", "~0", "~1", "/~", "a~/b", "\uD83D\uDE00"})
  void splitsWhatItAppends(String segment) {
    String pointer = Pointers.append("/x", segment);

    assertThat(Pointers.segments(pointer)).containsExactly("x", segment);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "/a, /a",
    "/0, /*",
    "/a/12/b/3, /a/*/b/*",
    "/a/1/2, /a/*/*",
    "/a1/2b/~01, /a1/2b/~01"
  })
  void indicesAreMadeGeneral(String pointer, String general) {
    assertThat(Pointers.general(pointer)).isEqualTo(general);
  }
}
