package io.github.cleanroomscontract.junit;

import io.github.cleanroomscontract.awssdk.StubClients;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubServer;
import io.github.cleanroomscontract.watch.ContractWatch;
import io.github.cleanroomscontract.watch.Watches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Gives tests what they ask for, by the type of the parameter. The SDK's types go by name, since
 * tests that do not ask for them need no SDK.
 */
final class Injection {

  private static final String CLIENTS = "software.amazon.awssdk.services.cleanrooms.";

  private static final Map<String, Function<Injection, Object>> BY_TYPE =
      Map.of(
          ContractStub.class.getName(),
          Injection::stub,
          StubServer.class.getName(),
          Injection::server,
          ContractWatch.class.getName(),
          injection -> injection.watch.orElseThrow(Injection::noWatch),
          CLIENTS + "CleanRoomsClient",
          injection -> injection.client(StubClients::sync),
          CLIENTS + "CleanRoomsAsyncClient",
          injection -> injection.client(StubClients::async));

  private final Store store;
  private final Settings settings;
  private final Optional<ContractWatch> watch;

  Injection(Store store, Settings settings, Optional<ContractWatch> watch) {
    this.store = store;
    this.settings = settings;
    this.watch = watch;
  }

  /** Parameters with annotations are somebody else's. */
  static boolean supports(Parameter parameter) {
    return BY_TYPE.containsKey(parameter.getType().getName())
        && parameter.getAnnotations().length == 0;
  }

  Object resolve(Parameter parameter) {
    return BY_TYPE.get(parameter.getType().getName()).apply(this);
  }

  private ContractStub stub() {
    ContractStub known = store.get(ContractStub.class, ContractStub.class);
    if (known != null) {
      return known;
    }
    ContractStub stub = settings.stub();
    watch.ifPresent(each -> Watches.connect(stub, each));
    store.put(ContractStub.class, stub);
    return stub;
  }

  private StubServer server() {
    try {
      StubServer server = StubServer.start(stub());
      store.put(server, server);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("the stand-in cannot be served over HTTP", e);
    }
  }

  private Object client(BiFunction<ContractStub, Optional<ContractWatch>, AutoCloseable> kind) {
    AutoCloseable client = kind.apply(stub(), watch);
    // Closed with the test, or with the class, that it was made for.
    store.put(client, client);
    return client;
  }

  private static IllegalStateException noWatch() {
    return new IllegalStateException("nothing is watched here; ask for it in a test method");
  }
}
