package io.github.cleanroomscontract.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.exchange.SentRequests;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.UnknownResources;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A stand-in whose account has something of every kind. */
public final class RichAccount {

  private static final String SQL = "'sqlParameters':{'queryString':'SELECT 1'}";
  private static final String RULE =
      "'analysisRuleType':'CUSTOM','analysisRulePolicy':{'v1':{'custom':{'allowedAnalyses':"
          + "['ANY_QUERY'],'allowedAnalysisProviders':['444455556666']}}}";

  private final ContractStub stub;

  private RichAccount(ContractStub stub) {
    this.stub = stub;
  }

  /** Returns a stand-in of which nothing was asked yet. */
  public static ContractStub create() {
    ContractStub stub = ContractStub.builder().unknownResources(UnknownResources.NOT_FOUND).build();
    createIn(stub);
    return stub;
  }

  /** Creates something of every kind in a stand-in. */
  public static void createIn(ContractStub stub) {
    RichAccount account = new RichAccount(stub);
    String table = account.table();
    account.fill("Overlap", table);
    account.fill("Reach", table);
  }

  private String table() {
    String table =
        id(
            "CreateConfiguredTable",
            "'name':'Sales','tableReference':{'glue':{'tableName':'t','databaseName':'d'}},"
                + "'allowedColumns':['amount','region'],'analysisMethod':'DIRECT_QUERY'");
    call(
        "CreateConfiguredTableAnalysisRule", "'configuredTableIdentifier':'" + table + "'," + RULE);
    return table;
  }

  private void fill(String name, String table) {
    String collaboration =
        id(
            "CreateCollaboration",
            "'name':'"
                + name
                + "','creatorDisplayName':'Retail','creatorMemberAbilities':['CAN_QUERY'],"
                + "'queryLogStatus':'ENABLED','members':[{'accountId':'444455556666',"
                + "'displayName':'Publisher','memberAbilities':['CAN_RECEIVE_RESULTS']}]");
    String in =
        "'membershipIdentifier':'"
            + id(
                "CreateMembership",
                "'collaborationIdentifier':'" + collaboration + "','queryLogStatus':'DISABLED'")
            + "',";
    String association =
        id(
            "CreateConfiguredTableAssociation",
            in
                + "'name':'sales','roleArn':'arn:aws:iam::111122223333:role/reader',"
                + "'configuredTableIdentifier':'"
                + table
                + "'");
    call(
        "CreateConfiguredTableAssociationAnalysisRule",
        in
            + "'configuredTableAssociationIdentifier':'"
            + association
            + "','analysisRuleType':'CUSTOM','analysisRulePolicy':{'v1':{'custom':"
            + "{'allowedResultReceivers':['444455556666']}}}");
    call(
        "CreateAnalysisTemplate",
        in + "'name':'by region','format':'SQL','source':{'text':'SELECT 1'}");
    call(
        "CreateConfiguredAudienceModelAssociation",
        in
            + "'configuredAudienceModelArn':'arn:aws:cleanrooms-ml:us-east-1:111122223333:"
            + "configured-audience-model/m','configuredAudienceModelAssociationName':'likely',"
            + "'manageResourcePolicies':true");
    call(
        "CreateIdMappingTable",
        in
            + "'name':'mapping','inputReferenceConfig':{'inputReferenceArn':"
            + "'arn:aws:entityresolution:us-east-1:111122223333:idmappingworkflow/w',"
            + "'manageResourcePolicies':true}");
    call(
        "CreateIdNamespaceAssociation",
        in
            + "'name':'namespace','inputReferenceConfig':{'inputReferenceArn':"
            + "'arn:aws:entityresolution:us-east-1:111122223333:idnamespace/n',"
            + "'manageResourcePolicies':true}");
    budgets(in, association);
    analyses(in);
    call(
        "CreateCollaborationChangeRequest",
        "'collaborationIdentifier':'"
            + collaboration
            + "','changes':[{'specificationType':'MEMBER','specification':{'member':"
            + "{'accountId':'777788889999','memberAbilities':['CAN_RECEIVE_RESULTS'],"
            + "'displayName':'Third'}}}]");
  }

  private void budgets(String in, String association) {
    call(
        "CreatePrivacyBudgetTemplate",
        in
            + "'privacyBudgetType':'DIFFERENTIAL_PRIVACY','autoRefresh':'CALENDAR_MONTH',"
            + "'parameters':{'differentialPrivacy':{'epsilon':3,'usersNoisePerQuery':40}}");
    String membership = in.replaceFirst(".*:'", "").replace("',", "");
    call(
        "CreatePrivacyBudgetTemplate",
        in
            + "'privacyBudgetType':'ACCESS_BUDGET','parameters':{'accessBudget':{'resourceArn':"
            + "'arn:aws:cleanrooms:us-east-1:111122223333:membership/"
            + membership
            + "/configuredtableassociation/"
            + association
            + "','budgetParameters':[{'type':'LIFETIME','budget':5}]}}");
  }

  private void analyses(String in) {
    String intermediate =
        id(
            "CreateIntermediateTable",
            in
                + "'name':'overlap','retentionInDays':10,'populationAnalysisConfiguration':{"
                + SQL
                + "}");
    String table = in + "'intermediateTableIdentifier':'" + intermediate + "'";
    call("CreateIntermediateTableAnalysisRule", table + "," + RULE);
    call("PopulateIntermediateTable", table);
    call(
        "StartProtectedQuery",
        in
            + "'type':'SQL',"
            + SQL
            + ",'resultConfiguration':{'outputConfiguration':{'member':"
            + "{'accountId':'444455556666'}}}");
    call(
        "StartProtectedJob",
        in
            + "'type':'PYSPARK','jobParameters':{'analysisTemplateArn':'arn:aws:cleanrooms:"
            + "us-east-1:111122223333:membership/6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c/"
            + "analysistemplate/6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c'},'resultConfiguration':"
            + "{'outputConfiguration':{'member':{'accountId':'444455556666'}}}");
  }

  private String id(String operation, String input) {
    return call(operation, input).iterator().next().path("id").asString();
  }

  private JsonNode call(String operation, String input) {
    String json = "{" + input.replace('\'', '"') + "}";
    WireAnswer answer =
        stub.handle(SentRequests.of(Catalogue.current().operation(operation).orElseThrow(), json))
            .answer()
            .orElseThrow();
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.status()).as(operation + " " + body).isLessThan(300);
    return SentRequests.tree(body.isEmpty() ? "{}" : body);
  }
}
