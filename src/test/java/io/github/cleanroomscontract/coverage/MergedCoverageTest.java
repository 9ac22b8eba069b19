package io.github.cleanroomscontract.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedCoverageTest {

  @TempDir Path folder;

  /** Broken payloads exercise things too. */
  private static Stream<GeneratedCase> cases(Random random) {
    List<Operation> operations = new ArrayList<>(Catalogue.current().operations());
    Collections.shuffle(operations, random);
    return operations.stream()
        .limit(12)
        .flatMap(
            operation ->
                Stream.of(Direction.values())
                    .map(direction -> PayloadCases.of(operation.name(), direction)))
        .flatMap(each -> Stream.concat(each.valid().limit(20), each.invalid().limit(20)));
  }

  private static void record(CoverageRecorder recorder, GeneratedCase each) {
    switch (each.direction()) {
      case REQUEST -> recorder.recordRequest(each.operation(), each.payload());
      case RESPONSE -> recorder.recordResponse(each.operation(), each.payload());
      case ERROR -> each.error().ifPresent(name -> recorder.recordError(each.operation(), name));
    }
  }

  @Test
  void partsTogetherAreWhatOneWouldHaveSeen() throws IOException {
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      CoverageRecorder one = CoverageRecorder.create();
      List<CoverageRecorder> several =
          Stream.generate(CoverageRecorder::create).limit(1 + random.nextInt(6)).toList();
      cases(random)
          .forEach(
              each -> {
                record(one, each);
                record(several.get(random.nextInt(several.size())), each);
              });
      Seen merged = new Seen();
      for (CoverageRecorder recorder : several) {
        Seen read = written(recorder.seen());
        merged.addAll(read);
        merged.addAll(read);
      }
      assertThat(merged).as("seed %d", seed).isEqualTo(one.seen());
      assertThat(one.report().members().count()).isGreaterThan(50);
    }
  }

  private Seen written(Seen seen) throws IOException {
    RunPart part =
        new RunPart("run", "1-1", false, Catalogue.MODEL_DATE, "List*", "errors=1", seen);
    RunPart read = RunPart.read(Files.writeString(folder.resolve("part.json"), part.json()));
    assertThat(read).isEqualTo(part);
    return read.seen();
  }

  @Test
  void thatAnOperationWasCalledWithNothingIsKept() throws IOException {
    CoverageRecorder recorder = CoverageRecorder.create();
    recorder.recordRequest("ListMemberships", "{}");
    Seen read = written(recorder.seen());
    assertThat(read.has("ListMemberships", Direction.REQUEST)).isTrue();
    assertThat(read.has("ListMemberships", Direction.RESPONSE)).isFalse();
  }
}
