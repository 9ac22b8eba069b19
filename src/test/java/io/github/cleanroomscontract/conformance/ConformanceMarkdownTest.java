package io.github.cleanroomscontract.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceMarkdownTest {

  @TempDir Path folder;

  @Test
  void itHasTheSumsWhatWasFoundAndWhatWasNotAsked() throws IOException {
    assertThat(markdown(Runs.everything()))
        .isEqualTo(
            """
            ## Clean Rooms conformance

            **10 operations, 8 calls, 1 conform, 1 violates, 3 drift (1 known), 1 stricter, 1 failed, 3 skipped** in 12.3 s, at https://cleanrooms.us-east-1.amazonaws.com

            > [!WARNING]
            > Stopped: interrupted &#40;after GetSchema of discovery&#41;

            > [!WARNING]
            > Left behind, to be removed by hand:
            > - `membership 6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c`

            | verdict | operation | at | what | first seen |
            | --- | --- | --- | --- | --- |
            | **violates** | GetSchema | `/schema/description` | required, absent | **tonight** |
            | **drift** | GetMembership | `/membership/status` | new value "PAUSED" | **tonight** |
            | **drift** | ListCollaborations | `/collaborationList/*/metricsEnabled` | new member | **tonight** |
            | **stricter** | UpdateMembership |  | answered ValidationException | **tonight** |
            | drift | GetCollaboration | `/collaboration/region` | new member &#40;known: asked AWS&#41; | **tonight** |

            ### Could not be asked

            - ListMembers: no answer within 10 s

            ### Not asked

            - CreateCollaboration and CreateMembership: it would write: --allow write
            - ListIntermediateTables: no intermediate tables here

            90 operations of the contract were not asked for
            """);
  }

  @Test
  void whatIsGoneHasATableOfItsOwn() throws IOException {
    History.read(folder)
        .keep(
            Runs.run(
                Runs.NIGHT.minus(Duration.ofDays(1)),
                Runs.drift("GetSchema", Runs.newMember("/schema", "b"))));

    assertThat(markdown(Runs.run(Runs.conforms("GetSchema"))))
        .contains("### Found no more\n")
        .contains("| GetSchema | `/schema/b` | new member | 2026-11-28 |\n");
  }

  @Test
  void nothingForeignIsMarkup() throws IOException {
    String text = "`|<img src=x>|`\n# [a](b) @team **x**";
    RunRecord run =
        Runs.run(
            Runs.drift(
                "GetSchema", Runs.newMember("/schema", text), Runs.newValue("/schema", text)));

    assertThat(markdown(run))
        .contains("<code>/schema/&#96;&#124;&#60;img src=x&#62;&#124;&#96;&#92;u000A&#35;")
        .contains("new value \"&#96;&#124;&#60;img src=x&#62;&#124;&#96;&#92;u000A&#35;")
        .doesNotContain("<img")
        .doesNotContain("@team")
        .doesNotContain("\n#  ");
  }

  private String markdown(RunRecord run) throws IOException {
    StringWriter text = new StringWriter();
    new ConformanceMarkdown(new PrintWriter(text)).write(Conformance.of(run, History.read(folder)));
    return text.toString();
  }
}
