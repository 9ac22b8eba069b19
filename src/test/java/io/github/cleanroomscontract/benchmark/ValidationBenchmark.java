package io.github.cleanroomscontract.benchmark;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.resource.SchemaLoader;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a payload costs in a warm JVM, one thread: parsed alone, parsed and judged by networknt used
 * plainly, and validated by this kit.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValidationBenchmark {

  private static final String OPERATION = "GetProtectedQuery";
  private static final Path FIXTURES = Path.of("fixtures", "protected-query", OPERATION);

  /** Which payload: a minimal response, one of 1.4 KB, and one with a finding. */
  @Param({"small", "typical", "invalid"})
  public String payload;

  private final JsonMapper mapper = new JsonMapper();
  private final ContractValidator validator = ContractValidator.create();
  private String text;
  private Schema plain;

  /** Reads the payload and compiles the schemas. */
  @Setup
  public void prepare() throws IOException {
    text =
        switch (payload) {
          case "small" -> Files.readString(FIXTURES.resolve("valid/response.minimal.json"));
          case "typical" ->
              Files.readString(FIXTURES.resolve("valid/response.succeeded-to-s3.json"));
          default ->
              Files.readString(FIXTURES.resolve("valid/response.succeeded-to-s3.json"))
                  .replace("\"SUCCESS\"", "\"SUCESS\"");
        };
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder ->
                builder.schemaLoader(
                    new SchemaLoader(
                        iri ->
                            () ->
                                SchemaFiles.open(
                                    iri.toString().substring(SchemaFiles.BASE.length())))));
    String uri =
        Catalogue.current().operation(OPERATION).orElseThrow().schemaUri(Direction.RESPONSE);
    plain = registry.getSchema(SchemaLocation.of(uri));
    if (validator.validateResponse(OPERATION, text).valid() == payload.equals("invalid")) {
      throw new IllegalStateException("not the payload that was meant");
    }
  }

  /** Jackson's own tree reader. */
  @Benchmark
  public JsonNode parse() {
    return mapper.readTree(text);
  }

  /** The kit's reader, which also looks for duplicate keys. */
  @Benchmark
  public JsonDocument read() {
    return JsonDocument.parse(text);
  }

  /** Parse and validate with networknt as its own documentation shows. */
  @Benchmark
  public List<com.networknt.schema.Error> networknt() {
    return plain.validate(text, InputFormat.JSON);
  }

  /** Parse and validate with the kit. */
  @Benchmark
  public Report kit() {
    return validator.validateResponse(OPERATION, text);
  }
}
