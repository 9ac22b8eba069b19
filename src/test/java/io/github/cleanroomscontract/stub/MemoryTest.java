package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MemoryTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private final ContractStub stub = ContractStub.create();
  private final Caller caller = new Caller(stub);

  private static Map<String, Object> request(String operation) {
    return Trees.copy(
        Trees.read(
            PayloadCases.of(operation, Direction.REQUEST)
                .valid()
                .findFirst()
                .orElseThrow()
                .payload()));
  }

  private static boolean exists(String operation) {
    return Catalogue.current().operation(operation).isPresent();
  }

  /** Returns the request of an operation about what was created. */
  private static String about(
      String operation, Kind kind, Map<String, Object> created, Map<String, Object> asked) {
    Map<String, Object> input = request(operation);
    Operation found = Catalogue.current().operation(operation).orElseThrow();
    found.http().pathMembers().stream()
        .filter(asked::containsKey)
        .forEach(member -> input.put(member, asked.get(member)));
    if (!kind.named()) {
      input.put(kind.identifier(), created.get("id"));
    }
    return Trees.json(input);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      mode = Mode.EXCLUDE,
      names = {"SCHEMA", "SCHEMA_RULE", "PROTECTED_QUERY", "PROTECTED_JOB", "CHANGE_REQUEST"})
  void whatIsCreatedCanBeReadListedUpdatedAndDeleted(Kind kind) {
    Map<String, Object> asked = request("Create" + kind.label());
    Map<String, Object> created = only(caller.call("Create" + kind.label(), Trees.json(asked)));

    String get = "Get" + kind.label();
    assertThat(only(caller.call(get, about(get, kind, created, asked)))).isEqualTo(created);

    String list = "List" + kind.label() + "s";
    if (exists(list)) {
      Caller.Answered page = caller.call(list, about(list, Kind.SCHEMA, created, asked));
      assertThat(page.body().values().toString()).contains(created.get("id").toString());
    }

    String update = "Update" + kind.label();
    Map<String, Object> updated = only(caller.call(update, about(update, kind, created, asked)));
    assertThat(only(caller.call(get, about(get, kind, created, asked)))).isEqualTo(updated);

    String delete = "Delete" + kind.label();
    caller.call(delete, about(delete, kind, created, asked));
    Caller.Answered gone = caller.fail(get, about(get, kind, created, asked));
    if (kind == Kind.COLLABORATION) {
      assertThat(gone.at("error")).isEqualTo("AccessDeniedException");
    } else {
      assertThat(gone.at("error")).isEqualTo("ResourceNotFoundException");
      assertThat(gone.at("httpStatus")).isEqualTo(404);
      assertThat(gone.at("resourceId"))
          .isEqualTo(kind.named() ? asked.get("analysisRuleType") : created.get("id"));
      assertThat(gone.at("resourceType")).isEqualTo(kind.resourceType());
    }
    caller.fail(delete, about(delete, kind, created, asked));
    caller.fail(update, about(update, kind, created, asked));
    if (exists(list)) {
      assertThat(caller.call(list, about(list, Kind.SCHEMA, created, asked)).body().toString())
          .doesNotContain(created.get("id").toString());
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> only(Caller.Answered answer) {
    return (Map<String, Object>) answer.body().values().iterator().next();
  }

  @Test
  void whatWasNeverCreatedIsMadeUpOnceAndStays() {
    String input = "{'membershipIdentifier':'" + ID + "'}";

    Caller.Answered first = caller.call("GetMembership", input);
    assertThat(caller.call("GetMembership", input)).isEqualTo(first);
    assertThat(caller.call("ListMemberships", "{}").each("membershipSummaries", "id"))
        .containsExactly(ID);
    String collaboration = first.text("membership.collaborationId");
    Caller.Answered shown =
        caller.call("GetCollaboration", "{'collaborationIdentifier':'%s'}", collaboration);
    assertThat(shown.at("collaboration.membershipId")).isEqualTo(ID);
    assertThat(shown.at("collaboration.name")).isEqualTo(first.at("membership.collaborationName"));
  }

  @Test
  void whatWasNeverCreatedDoesNotExistIfThatIsSaid() {
    ContractStub strict =
        ContractStub.builder().unknownResources(UnknownResources.NOT_FOUND).build();
    Caller strictly = new Caller(strict);

    Caller.Answered gone = strictly.fail("GetMembership", "{'membershipIdentifier':'" + ID + "'}");
    assertThat(gone.at("resourceId")).isEqualTo(ID);
    assertThat(gone.at("resourceType")).isEqualTo("MEMBERSHIP");
    String tags = "{'resourceArn':'arn:aws:cleanrooms:us-east-1:111122223333:membership/m'}";
    assertThat(strictly.fail("ListTagsForResource", tags).at("resourceType"))
        .isEqualTo("MEMBERSHIP");
  }

  @ParameterizedTest
  @EnumSource(UnknownResources.class)
  void everyOperationAnswersWithErrorsThatItDeclares(UnknownResources policy) {
    ContractStub strict = ContractStub.builder().unknownResources(policy).build();
    for (Operation operation : Catalogue.current().operations()) {
      strict.handle(Requests.of(operation.name(), request(operation.name())));
      strict.handle(Requests.of(operation.name(), request(operation.name())));
    }

    assertThat(strict.calls())
        .hasSize(200)
        .allSatisfy(
            call ->
                assertThat(call.answerReport().orElseThrow().valid())
                    .as(call + " " + call.answerReport())
                    .isTrue());
  }

  @Test
  void aRuleOfATypeExistsOnce() {
    String rule = Trees.json(request("CreateConfiguredTableAnalysisRule"));
    caller.call("CreateConfiguredTableAnalysisRule", rule);

    Caller.Answered again = caller.fail("CreateConfiguredTableAnalysisRule", rule);

    assertThat(again.at("error")).isEqualTo("ConflictException");
    assertThat(again.at("httpStatus")).isEqualTo(409);
    assertThat(again.at("reason")).isEqualTo("ALREADY_EXISTS");
  }

  @Test
  void whatHasSomethingBelowItIsNotDeleted() {
    Map<String, Object> rule = request("CreateConfiguredTableAnalysisRule");
    caller.call("CreateConfiguredTableAnalysisRule", Trees.json(rule));
    String table = "{'configuredTableIdentifier':'" + rule.get("configuredTableIdentifier") + "'}";
    assertThat(caller.call("GetConfiguredTable", table).at("configuredTable.analysisRuleTypes"))
        .isEqualTo(List.of(rule.get("analysisRuleType")));

    Caller.Answered refused = caller.fail("DeleteConfiguredTable", table);

    assertThat(refused.at("reason")).isEqualTo("SUBRESOURCES_EXIST");
    assertThat(refused.at("resourceType")).isEqualTo("CONFIGURED_TABLE");
    rule.remove("analysisRulePolicy");
    caller.call("DeleteConfiguredTableAnalysisRule", Trees.json(rule));
    assertThat(caller.call("GetConfiguredTable", table).at("configuredTable.analysisRuleTypes"))
        .isEqualTo(List.of());
    caller.call("DeleteConfiguredTable", table);
  }

  @Test
  void aTableThatAMembershipUsesIsNotDeleted() {
    Map<String, Object> association = request("CreateConfiguredTableAssociation");
    Map<String, Object> made =
        only(caller.call("CreateConfiguredTableAssociation", Trees.json(association)));
    String table = "{'configuredTableIdentifier':'" + made.get("configuredTableId") + "'}";
    String membership = "{'membershipIdentifier':'" + made.get("membershipId") + "'}";

    assertThat(caller.fail("DeleteConfiguredTable", table).at("reason"))
        .isEqualTo("SUBRESOURCES_EXIST");
    assertThat(caller.fail("DeleteMembership", membership).at("reason"))
        .isEqualTo("SUBRESOURCES_EXIST");
    caller.call(
        "DeleteConfiguredTableAssociation",
        "{'membershipIdentifier':'%s','configuredTableAssociationIdentifier':'%s'}",
        made.get("membershipId"),
        made.get("id"));
    caller.call("DeleteConfiguredTable", table);
    caller.call("DeleteMembership", membership);
  }

  @Test
  void whatBelongsToAnotherMembershipIsNotFound() {
    Map<String, Object> template =
        only(caller.call("CreateAnalysisTemplate", Trees.json(request("CreateAnalysisTemplate"))));

    Caller.Answered gone =
        caller.fail(
            "GetAnalysisTemplate",
            "{'membershipIdentifier':'%s','analysisTemplateIdentifier':'%s'}",
            ID,
            template.get("id"));

    assertThat(gone.at("error")).isEqualTo("ResourceNotFoundException");
    assertThat(gone.at("resourceType")).isEqualTo("MEMBERSHIP");
  }
}
