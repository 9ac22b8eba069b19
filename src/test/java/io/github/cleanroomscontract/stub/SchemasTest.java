package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemasTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final String RULE =
      "'analysisRuleType':'CUSTOM','analysisRulePolicy':{'v1':{'custom':{'allowedAnalyses':"
          + "['ANY_QUERY'],'allowedAnalysisProviders':['444455556666']}}}";

  private final ContractStub stub = ContractStub.create();
  private final Caller caller = new Caller(stub);
  private String table;
  private String association;
  private String collaboration;

  @BeforeEach
  void associatesATable() {
    Object id =
        caller
            .call(
                "CreateConfiguredTable",
                "{'name':'Sales','tableReference':{'glue':{'tableName':'t','databaseName':'d'}},"
                    + "'allowedColumns':['amount','region'],'analysisMethod':'DIRECT_QUERY'}")
            .at("configuredTable.id");
    table = "{'configuredTableIdentifier':'" + id + "'%s}";
    Object made =
        caller
            .call(
                "CreateConfiguredTableAssociation",
                table.formatted(
                    ",'membershipIdentifier':'"
                        + ID
                        + "','name':'sales','roleArn':'arn:aws:iam::111122223333:role/r'"))
            .at("configuredTableAssociation.id");
    association =
        "{'membershipIdentifier':'"
            + ID
            + "','configuredTableAssociationIdentifier':'"
            + made
            + "'%s}";
    collaboration =
        "{'collaborationIdentifier':'"
            + caller
                .call("GetMembership", "{'membershipIdentifier':'" + ID + "'}")
                .at("membership.collaborationId")
            + "'%s}";
  }

  @Test
  void anAssociatedTableIsASchema() {
    String named = collaboration.formatted(",'name':'sales'");
    Caller.Answered schema = caller.call("GetSchema", named);

    assertThat(schema.at("schema.type")).isEqualTo("TABLE");
    assertThat(schema.each("schema.columns", "name")).containsExactly("amount", "region");
    assertThat(schema.at("schema.schemaStatusDetails.0.status")).isEqualTo("NOT_READY");
    caller.call("CreateConfiguredTableAnalysisRule", table.formatted("," + RULE));
    Caller.Answered ready = caller.call("GetSchema", named);
    assertThat(ready.at("schema.schemaStatusDetails.0.status")).isEqualTo("READY");
    assertThat(ready.at("schema.analysisRuleTypes").toString()).isEqualTo("[CUSTOM]");
    Caller.Answered rule =
        caller.call(
            "GetSchemaAnalysisRule", collaboration.formatted(",'name':'sales','type':'CUSTOM'"));
    assertThat(rule.at("analysisRule.policy.v1.custom.allowedAnalyses").toString())
        .isEqualTo("[ANY_QUERY]");
    assertThat(rule.has("analysisRule.collaborationPolicy")).isFalse();
  }

  @Test
  void aRuleOfTheAssociationIsInThatOfTheSchema() {
    caller.call("CreateConfiguredTableAnalysisRule", table.formatted("," + RULE));
    caller.call(
        "CreateConfiguredTableAssociationAnalysisRule",
        association.formatted(
            ",'analysisRuleType':'CUSTOM','analysisRulePolicy':{'v1':{'custom':"
                + "{'allowedResultReceivers':['444455556666']}}}"));
    String named = collaboration.formatted(",'name':'sales','type':'CUSTOM'");

    assertThat(
            caller
                .call("GetSchemaAnalysisRule", named)
                .at("analysisRule.collaborationPolicy.v1.custom.allowedResultReceivers")
                .toString())
        .isEqualTo("[444455556666]");
    caller.call(
        "DeleteConfiguredTableAssociationAnalysisRule",
        association.formatted(",'analysisRuleType':'CUSTOM'"));
    assertThat(caller.call("GetSchemaAnalysisRule", named).has("analysisRule.collaborationPolicy"))
        .isFalse();
    caller.call(
        "DeleteConfiguredTableAnalysisRule", table.formatted(",'analysisRuleType':'CUSTOM'"));
    caller.fail("GetSchemaAnalysisRule", named);
  }

  @Test
  void theTypesOfSchemasNarrowTheirList() {
    caller.call(
        "CreateIdMappingTable",
        "{'membershipIdentifier':'%s','name':'mapping','inputReferenceConfig':{'inputReferenceArn':"
            + "'arn:aws:entityresolution:us-east-1:111122223333:idmappingworkflow/w',"
            + "'manageResourcePolicies':true}}",
        ID);

    assertThat(
            caller.call("ListSchemas", collaboration.formatted("")).each("schemaSummaries", "name"))
        .containsExactly("sales", "mapping");
    assertThat(
            caller
                .call("ListSchemas", collaboration.formatted(",'schemaType':'ID_MAPPING_TABLE'"))
                .each("schemaSummaries", "name"))
        .containsExactly("mapping");
  }

  @Test
  void theServiceItselfMakesTheRuleOfAnIdMappingTable() {
    Caller strict =
        new Caller(ContractStub.builder().unknownResources(UnknownResources.NOT_FOUND).build());
    Object shared =
        strict
            .call(
                "CreateCollaboration",
                "{'name':'Overlap','creatorDisplayName':'Retail','creatorMemberAbilities':["
                    + "'CAN_QUERY','CAN_RECEIVE_RESULTS'],"
                    + "'queryLogStatus':'ENABLED','members':[]}")
            .at("collaboration.id");
    Object membership =
        strict
            .call(
                "CreateMembership",
                "{'collaborationIdentifier':'%s','queryLogStatus':'DISABLED'}",
                shared)
            .at("membership.id");
    strict.call(
        "CreateIdMappingTable",
        "{'membershipIdentifier':'%s','name':'mapping','inputReferenceConfig':{'inputReferenceArn':"
            + "'arn:aws:entityresolution:us-east-1:111122223333:idmappingworkflow/w',"
            + "'manageResourcePolicies':true}}",
        membership);
    String rule = "{'collaborationIdentifier':'%s','name':'mapping','type':'%s'}";

    Caller.Answered made = strict.call("GetSchemaAnalysisRule", rule, shared, "ID_MAPPING_TABLE");

    assertThat(made.has("analysisRule.policy.v1.idMappingTable")).isTrue();
    assertThat(strict.call("GetSchemaAnalysisRule", rule, shared, "ID_MAPPING_TABLE"))
        .isEqualTo(made);
    strict.fail("GetSchemaAnalysisRule", rule, shared, "LIST");
  }

  @Test
  void anIdMappingTableIsReadyOnceItIsPopulated() {
    Object id =
        caller
            .call(
                "CreateIdMappingTable",
                "{'membershipIdentifier':'%s','name':'mapping','inputReferenceConfig':"
                    + "{'inputReferenceArn':"
                    + "'arn:aws:entityresolution:us-east-1:111122223333:idmappingworkflow/w',"
                    + "'manageResourcePolicies':true}}",
                ID)
            .at("idMappingTable.id");
    String named = collaboration.formatted(",'name':'mapping'");

    Caller.Answered schema = caller.call("GetSchema", named);
    assertThat(schema.at("schema.schemaStatusDetails.0.reasons.0.code"))
        .isEqualTo("ID_MAPPING_TABLE_NOT_POPULATED");
    assertThat(schema.at("schema.schemaTypeProperties.idMappingTable.idMappingTableId"))
        .isEqualTo(id);
    caller.call(
        "PopulateIdMappingTable",
        "{'membershipIdentifier':'%s','idMappingTableIdentifier':'%s'}",
        ID,
        id);
    assertThat(caller.call("GetSchema", named).at("schema.schemaStatusDetails.0.status"))
        .isEqualTo("READY");
  }

  @Test
  void whatIsDeletedIsNoSchemaAnyMoreAndItsNameIsFree() {
    String named = collaboration.formatted(",'name':'sales'");
    caller.call("GetSchema", named);
    caller.call("DeleteConfiguredTableAssociation", association.formatted(""));

    assertThat(caller.fail("GetSchema", named).at("resourceType")).isEqualTo("COLLABORATION");
    assertThat(
            caller.call("ListSchemas", collaboration.formatted("")).each("schemaSummaries", "name"))
        .isEmpty();
    Caller.Answered batch =
        caller.call("BatchGetSchema", collaboration.formatted(",'names':['sales','visits']"));
    assertThat(batch.each("schemas", "name")).containsExactly("visits");
    assertThat(batch.each("errors", "name")).containsExactly("sales");
    caller.call(
        "CreateConfiguredTableAssociation",
        table.formatted(
            ",'membershipIdentifier':'"
                + ID
                + "','name':'sales','roleArn':'arn:aws:iam::111122223333:role/r'"));
    caller.call("GetSchema", named);
  }

  @Test
  void anotherCollaborationDoesNotSeeWhatItsMembersHave() {
    Object arn =
        caller
            .call(
                "CreateAnalysisTemplate",
                "{'membershipIdentifier':'%s','name':'overlap','format':'SQL','source':{'text':'SELECT"
                    + " 1'}}",
                ID)
            .at("analysisTemplate.arn");

    caller.fail(
        "GetCollaborationAnalysisTemplate",
        "{'collaborationIdentifier':'%s','analysisTemplateArn':'%s'}",
        ID,
        arn);
  }

  @Test
  void twoTablesDoNotHaveTheSameName() {
    Caller.Answered refused =
        caller.fail(
            "CreateIdMappingTable",
            "{'membershipIdentifier':'%s','name':'sales','inputReferenceConfig':{"
                + "'inputReferenceArn':"
                + "'arn:aws:entityresolution:us-east-1:111122223333:idmappingworkflow/w',"
                + "'manageResourcePolicies':true}}",
            ID);

    assertThat(refused.at("reason")).isEqualTo("ALREADY_EXISTS");
    assertThat(refused.at("resourceType")).isEqualTo("CONFIGURED_TABLE_ASSOCIATION");
  }

  @Test
  void aBatchOfRulesHasErrorsForThoseThatAreNotThere() {
    caller.call("CreateConfiguredTableAnalysisRule", table.formatted("," + RULE));

    Caller.Answered batch =
        caller.call(
            "BatchGetSchemaAnalysisRule",
            collaboration.formatted(
                ",'schemaAnalysisRuleRequests':[{'name':'sales','type':'CUSTOM'},"
                    + "{'name':'sales','type':'LIST'}]"));

    assertThat(batch.each("analysisRules", "type")).containsExactly("CUSTOM");
    assertThat(batch.each("errors", "type")).containsExactly("LIST");
  }

  @Test
  void aCollaborationSeesWhatItsMembersHave() {
    Caller.Answered template =
        caller.call(
            "CreateAnalysisTemplate",
            "{'membershipIdentifier':'%s','name':'overlap','format':'SQL','source':{'text':'SELECT"
                + " 1'},'description':'d'}",
            ID);
    String arn = template.text("analysisTemplate.arn");
    String unknown = arn.replace(ID, ID.replace('6', '7')).replace("111122223333", "444455556666");

    Caller.Answered seen =
        caller.call(
            "GetCollaborationAnalysisTemplate",
            collaboration.formatted(",'analysisTemplateArn':'" + arn + "'"));
    assertThat(seen.at("collaborationAnalysisTemplate.description")).isEqualTo("d");
    assertThat(seen.at("collaborationAnalysisTemplate.creatorAccountId")).isEqualTo("111122223333");
    Caller.Answered batch =
        caller.call(
            "BatchGetCollaborationAnalysisTemplate",
            collaboration.formatted(",'analysisTemplateArns':['" + arn + "','" + unknown + "']"));
    assertThat(batch.each("collaborationAnalysisTemplates", "creatorAccountId"))
        .containsExactly("111122223333", "444455556666");
    assertThat(batch.each("collaborationAnalysisTemplates", "arn")).containsExactly(arn, unknown);
    assertThat(
            caller
                .call("ListCollaborationAnalysisTemplates", collaboration.formatted(""))
                .each("collaborationAnalysisTemplateSummaries", "name"))
        .contains("overlap");
    assertThat(caller.call("ListMemberships", "{}").each("membershipSummaries", "id"))
        .containsExactly(ID);
  }
}
