package io.github.cleanroomscontract.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A response to measure with, of one size: valid, or with one thing wrong. */
public enum Specimen {
  /** A query just begun, 0.3 KB; broken, its status is misspelt. */
  SMALL("GetProtectedQuery", "\"SUBMITTED\"", "\"SUBMITED\""),

  /** A query that has ended, 1.4 KB; broken, a tagged union has a second key. */
  TYPICAL(
      "GetProtectedQuery",
      "\"outputConfiguration\": {",
      "\"outputConfiguration\": {\"member\": {\"accountId\": \"111122223333\"},"),

  /** Twenty-five tables of sixty columns, 110 KB; broken, one in the midst is of no known type. */
  LARGE(
      "BatchGetSchema",
      "\"name\": \"table_12\", \"type\": \"TABLE\"",
      "\"name\": \"table_12\", \"type\": \"TABEL\"");

  private static final Path QUERIES = Path.of("fixtures/protected-query/GetProtectedQuery/valid");
  private static final int TABLES = 25;
  private static final int COLUMNS = 60;

  private final String operation;
  private final String sound;
  private final String wrong;

  Specimen(String operation, String sound, String wrong) {
    this.operation = operation;
    this.sound = sound;
    this.wrong = wrong;
  }

  /** The operation whose response it is. */
  String operation() {
    return operation;
  }

  /** The valid one. */
  String valid() throws IOException {
    return switch (this) {
      case SMALL -> Files.readString(QUERIES.resolve("response.minimal.json"));
      case TYPICAL -> Files.readString(QUERIES.resolve("response.succeeded-to-s3.json"));
      case LARGE -> tables();
    };
  }

  /** The one with something wrong. */
  String broken() throws IOException {
    return valid().replace(sound, wrong);
  }

  private static String tables() {
    String columns =
        IntStream.range(0, COLUMNS)
            .mapToObj("{\"name\": \"measure_%d\", \"type\": \"decimal(10,2)\"}"::formatted)
            .collect(Collectors.joining(",\n        "));
    return IntStream.range(0, TABLES)
        .mapToObj(i -> table(i, columns))
        .collect(
            Collectors.joining(
                ",\n    ", "{\n  \"schemas\": [\n    ", "\n  ],\n  \"errors\": []\n}\n"));
  }

  private static String table(int number, String columns) {
    return """
        {
              "name": "table_%d", "type": "TABLE",
              "columns": [
                %s
              ],
              "partitionKeys": [{"name": "event_date", "type": "date"}],
              "analysisRuleTypes": ["AGGREGATION"],
              "analysisMethod": "DIRECT_QUERY",
              "creatorAccountId": "111122223333",
              "collaborationId": "6f0c2f6e-9c1b-4f0a-8d3e-2b7a51c94e10",
              "collaborationArn": "arn:aws:cleanrooms:us-east-1:111122223333:collaboration/6f0c2f6e-9c1b-4f0a-8d3e-2b7a51c94e10",
              "description": "Impressions of the spring campaign.",
              "createTime": 1772530210.512,
              "updateTime": 1772616044.127,
              "schemaStatusDetails": [
                {"status": "READY", "reasons": [], "analysisRuleType": "AGGREGATION", "configurations": [], "analysisType": "DIRECT_ANALYSIS"}
              ]
            }"""
        .formatted(number, columns);
  }
}
