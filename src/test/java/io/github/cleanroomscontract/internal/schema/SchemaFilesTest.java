package io.github.cleanroomscontract.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class SchemaFilesTest {

  private static final String OPERATION = "protected-query/StartProtectedQuery.schema.json";
  private static final String COMMON = "common/shapes.schema.json";

  private final SchemaFiles files = new SchemaFiles(new Edition(Catalogue.MODEL_DATE));

  @Test
  void aFileIsReadOnce() {
    assertThat(files.file(COMMON)).isSameAs(files.file(COMMON));
    assertThat(files.file(COMMON).path("$id").asString()).isEqualTo(SchemaFiles.BASE + COMMON);
  }

  @Test
  void aFileThatIsNotThere() {
    assertThatThrownBy(() -> files.file("common/none.schema.json"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no schema file common/none.schema.json on the class path");
  }

  @Test
  void aPlaceInAFile() {
    SchemaPlace place = files.place(OPERATION, "/$defs/request/required/1");

    assertThat(place.path()).isEqualTo(OPERATION);
    assertThat(place.pointer()).isEqualTo("/$defs/request/required/1");
    assertThat(place.node().asString()).isEqualTo("membershipIdentifier");
    assertThat(place.shapeName()).isEmpty();
    assertThat(files.place(OPERATION, "/x-errors/0").shapeName()).isEmpty();
  }

  @Test
  void aPlaceThatIsNotThere() {
    assertThatThrownBy(() -> files.place(COMMON, "/$defs/None"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no schema at common/shapes.schema.json#/$defs/None");
  }

  @Test
  void aPlaceFurtherDown() {
    SchemaPlace below = files.place(OPERATION, "/$defs").at("request", "properties", "type");

    assertThat(below.pointer()).isEqualTo("/$defs/request/properties/type");
    assertThat(below.node().has("$ref")).isTrue();
  }

  @Test
  void referencesLeadToAnotherFolder() {
    SchemaPlace place = member("membershipIdentifier").resolved();

    assertThat(place.path()).isEqualTo(COMMON);
    assertThat(place.pointer()).isEqualTo("/$defs/MembershipIdentifier");
    assertThat(place.shapeName()).isEqualTo("MembershipIdentifier");
  }

  @Test
  void referencesLeadToTheSameFolder() {
    assertThat(member("type").resolved().path()).isEqualTo("protected-query/shapes.schema.json");
  }

  @Test
  void referencesLeadToTheSameFile() {
    SchemaPlace reference = files.place(COMMON, "/$defs/TagMap").at("propertyNames").resolved();

    assertThat(reference.path()).isEqualTo(COMMON);
    assertThat(reference.shapeName()).isEqualTo("TagKey");
  }

  @Test
  void aSchemaWithoutReferenceIsItsOwnResolution() {
    SchemaPlace place = files.place(COMMON, "/$defs/Timestamp");

    assertThat(place.resolved()).isSameAs(place);
  }

  private SchemaPlace member(String name) {
    return files.place(OPERATION, "/$defs/request").at("properties", name);
  }
}
