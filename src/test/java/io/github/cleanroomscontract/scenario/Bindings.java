package io.github.cleanroomscontract.scenario;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bindings for tests. */
final class Bindings {

  private Bindings() {}

  /** Returns the text of a binding of everything that can be bound, all of it disposable. */
  static Map<String, Object> everything() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String name : Binding.names()) {
      Placeholders.Placeholder stands = Placeholders.all().get(name);
      PayloadCases.of(stands.operation(), Direction.REQUEST)
          .valid()
          .map(each -> Trees.find(Trees.read(each.payload()), List.of(stands.member())))
          .filter(value -> value != null)
          .findFirst()
          .ifPresent(value -> all.put(name, value));
    }
    all.put("disposable", new ArrayList<>(all.keySet()));
    all.put(
        "values",
        Map.of(
            "database", "sales",
            "table", "orders",
            "column", "hashed_email",
            "sql", "SELECT COUNT(DISTINCT hashed_email) AS n FROM orders"));
    return all;
  }

  static Path write(Path folder, Map<String, Object> binding) throws IOException {
    return Files.writeString(folder.resolve("binding.json"), Trees.json(binding));
  }
}
