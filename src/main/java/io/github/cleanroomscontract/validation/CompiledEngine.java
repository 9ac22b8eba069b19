package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.internal.schema.Edition;
import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The engine that judges by compiled schemas, for one edition of the contract. What it does not
 * know of schemas, another engine does, which then judges the payload as a whole.
 */
final class CompiledEngine implements Engine {

  private final SchemaFiles files;
  private final SchemaCompiler compiler;

  private final ConcurrentHashMap<String, Keyword> schemas = new ConcurrentHashMap<>();

  /** Schemas that hold, or refer to, what is not known here. */
  private final Set<String> unfamiliar = ConcurrentHashMap.newKeySet();

  private volatile Engine other;

  CompiledEngine(LocalDate day) {
    this(new SchemaFiles(new Edition(day)));
  }

  CompiledEngine(SchemaFiles files) {
    this.files = files;
    this.compiler = new SchemaCompiler(files);
  }

  @Override
  public List<Violation> judge(String schemaUri, JsonNode payload) {
    if (!unfamiliar.contains(schemaUri)) {
      try {
        Trial trial = new Trial();
        schemas.computeIfAbsent(schemaUri, this::compile).holds(payload, trial);
        return trial.violations();
      } catch (SchemaCompiler.Unfamiliar e) {
        unfamiliar.add(schemaUri);
      }
    }
    return other().judge(schemaUri, payload);
  }

  private Keyword compile(String schemaUri) {
    int hash = schemaUri.indexOf('#');
    String path = schemaUri.substring(SchemaFiles.BASE.length(), hash);
    return compiler.schema(path, schemaUri.substring(hash + 1));
  }

  /** It takes its time to load, which most processes never need. */
  private Engine other() {
    if (other == null) {
      synchronized (this) {
        if (other == null) {
          other = new NetworkntEngine(files);
        }
      }
    }
    return other;
  }
}
