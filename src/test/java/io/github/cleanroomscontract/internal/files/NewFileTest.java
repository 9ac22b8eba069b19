package io.github.cleanroomscontract.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

  @TempDir Path folder;

  @Test
  void isThereOnceItIsComplete() throws IOException {
    Path target = folder.resolve("a/b/out.txt");
    try (NewFile file = NewFile.at(target)) {
      file.writer().write("é\uD800");
      assertThat(target).doesNotExist();
      file.complete();
    }
    assertThat(target).hasContent("é?");
    assertThat(names(target.getParent())).containsExactly("out.txt");
  }

  @Test
  void replacesAnOlderOneOnlyThen() throws IOException {
    Path target = Files.writeString(folder.resolve("out.txt"), "old");
    try (NewFile file = NewFile.at(target)) {
      file.writer().write("new");
      assertThat(target).hasContent("old");
      file.complete();
    }
    assertThat(target).hasContent("new");
  }

  @Test
  void leavesNothingIfItIsNotComplete() throws IOException {
    Path target = Files.writeString(folder.resolve("out.txt"), "old");
    try (NewFile file = NewFile.at(target)) {
      file.writer().write("new");
    }
    assertThat(target).hasContent("old");
    assertThat(names(folder)).containsExactly("out.txt");
  }

  @Test
  void saysWhyItCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> NewFile.at(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + " cannot be written: it is a folder");
    assertThatThrownBy(() -> NewFile.at(file.resolve("out.txt")))
        .isInstanceOf(IOException.class)
        .hasMessage(file.resolve("out.txt") + " cannot be written: " + file + " is no folder");
    Path device = Path.of("/dev/null");
    if (Files.exists(device)) {
      assertThatThrownBy(() -> NewFile.at(device))
          .isInstanceOf(IOException.class)
          .hasMessage("/dev/null cannot be written: it is no file but a device");
    }
  }

  @Test
  void isNotCompleteIfItsDraftHasGone() throws IOException {
    Path target = folder.resolve("out.txt");
    try (NewFile file = NewFile.at(target)) {
      Files.delete(draft());
      file.writer().write("x");
      assertThatThrownBy(file::complete).hasMessageStartingWith(target + " cannot be written: ");
    }
  }

  private Path draft() throws IOException {
    return folder.resolve(names(folder).get(0));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
