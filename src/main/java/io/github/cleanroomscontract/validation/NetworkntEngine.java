package io.github.cleanroomscontract.validation;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.SchemaLoader;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.schema.Edition;
import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The engine on networknt's validator, for one edition of the contract. A schema is compiled when
 * first asked for, and once.
 */
final class NetworkntEngine implements Engine {

  private final SchemaFiles files;
  private final SchemaRegistry registry;
  private final ConcurrentHashMap<String, Schema> schemas = new ConcurrentHashMap<>();

  NetworkntEngine(LocalDate day) {
    this(new SchemaFiles(new Edition(day)));
  }

  NetworkntEngine(SchemaFiles files) {
    this.files = files;
    PatternLengths lengths = new PatternLengths();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(
                regex -> new PortablePattern(regex, lengths.longest(regex))::matches)
            // Findings have texts of their own.
            .messageSource((key, fallback, locale, arguments) -> "")
            // Only what a payload reaches is compiled.
            .preloadSchema(false)
            .build();
    this.registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemaLoader(new SchemaLoader(iri -> TreeNodeReader.asking(path(iri))))
                    .nodeReader(new TreeNodeReader(files, lengths)));
  }

  @Override
  public List<Violation> judge(String schemaUri, JsonNode payload) {
    Schema schema =
        schemas.computeIfAbsent(schemaUri, uri -> registry.getSchema(SchemaLocation.of(uri)));
    List<Error> errors = schema.validate(payload);
    if (errors.isEmpty()) {
      return List.of();
    }
    return errors.stream().map(this::violation).toList();
  }

  private Violation violation(Error error) {
    // networknt names a missing member as it names an unknown one or the key of a map.
    String subject = error.getProperty() == null ? "" : error.getProperty();
    return new Violation(
        pointer(error.getInstanceLocation()),
        error.getKeyword(),
        subject,
        rule(error.getSchemaLocation()));
  }

  /** networknt writes control characters of keys in ways of its own, so not its text. */
  private static String pointer(NodePath path) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer.append(Pointers.append(Pointers.ROOT, path.getElement(i)));
    }
    return pointer.toString();
  }

  private String rule(SchemaLocation location) {
    return files.rule(path(location.getAbsoluteIri()), location.getFragment().toString());
  }

  private static String path(AbsoluteIri iri) {
    return iri.toString().substring(SchemaFiles.BASE.length());
  }
}
