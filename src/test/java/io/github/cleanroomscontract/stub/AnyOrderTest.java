package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests about the same few resources, in an order that nobody thought of. */
class AnyOrderTest {

  private static final int CASES = 15;
  private static final int ROUNDS = 2;

  private static final List<WireRequest> REQUESTS = requests();

  private static List<WireRequest> requests() {
    List<WireRequest> requests = new ArrayList<>();
    for (Operation operation : Catalogue.current().operations()) {
      PayloadCases cases = PayloadCases.of(operation.name(), Direction.REQUEST);
      Stream.concat(cases.valid().limit(CASES), cases.warned())
          .filter(each -> !each.payload().contains("[]"))
          .map(AnyOrderTest::request)
          .forEach(requests::add);
    }
    return requests;
  }

  private static WireRequest request(GeneratedCase each) {
    return Requests.of(each.operation(), Trees.copy(Trees.read(each.payload())));
  }

  @ParameterizedTest
  @EnumSource(UnknownResources.class)
  void everyAnswerIsInTheContract(UnknownResources policy) {
    List<WireRequest> requests = new ArrayList<>(REQUESTS);
    assertThat(requests).hasSizeGreaterThan(800);
    ContractStub stub = ContractStub.builder().unknownResources(policy).build();
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(requests, new Random(round));
      requests.forEach(stub::handle);
      List<String> wrong =
          stub.calls().stream()
              .filter(call -> !call.answerReport().orElseThrow().valid())
              .map(call -> call + " " + call.answerReport() + " " + call.output())
              .toList();
      assertThat(wrong).isEmpty();
      stub.reset();
    }
  }

  @ParameterizedTest
  @EnumSource(UnknownResources.class)
  void mostOperationsSucceedSometime(UnknownResources policy) {
    List<WireRequest> requests = new ArrayList<>(REQUESTS);
    ContractStub stub = ContractStub.builder().unknownResources(policy).build();
    Collections.shuffle(requests, new Random(1));
    requests.forEach(stub::handle);

    Set<String> succeeded =
        stub.calls().stream()
            .filter(call -> call.answer().orElseThrow().status() < 300)
            .map(Call::operationName)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());

    assertThat(succeeded.size()).isGreaterThan(policy == UnknownResources.ADOPT ? 70 : 4);
  }
}
