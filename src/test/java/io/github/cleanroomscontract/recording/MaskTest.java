package io.github.cleanroomscontract.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MaskTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private final Mask mask = new Mask();

  private static JsonNode tree(String json) {
    return JsonDocument.parse(json.replace('\'', '"')).root().orElseThrow();
  }

  private static Operation operation(String name) {
    return Catalogue.current().operation(name).orElseThrow();
  }

  private String request(String operation, String json) {
    return mask.masked(tree(json), operation(operation).request()).toString().replace('"', '\'');
  }

  private String response(String operation, String json) {
    return mask.masked(tree(json), operation(operation).response()).toString().replace('"', '\'');
  }

  private String text(String name) {
    String masked = request("CreateMembership", "{'tags':{'k':'" + name + "'}}");
    return masked.replaceAll(".*:'(.*)'}}", "$1");
  }

  private String value(String text) {
    String masked =
        request("StartProtectedQuery", "{'sqlParameters':{'parameters':{'k':'" + text + "'}}}");
    return masked.replaceAll(".*:'(.*)'}}}", "$1");
  }

  private String sql(String text) {
    String masked =
        request("StartProtectedQuery", "{'sqlParameters':{'queryString':'" + text + "'}}");
    return masked.replaceAll(".*:'(.*)'}}", "$1");
  }

  private String columnType(String type) {
    String masked =
        response("GetSchema", "{'schema':{'columns':[{'name':'c','type':'" + type + "'}]}}");
    return masked.replaceAll(".*'type':'(.*)'}]}}", "$1");
  }

  @Test
  void idsAccountsAndNamesAreReplacedAndWhatTheContractNamesStays() {
    assertThat(
            response(
                "GetMembership",
                "{'membership':{'id':'"
                    + ID
                    + "','arn':'arn:aws:cleanrooms:eu-west-1:111122223333:membership/"
                    + ID
                    + "','collaborationCreatorAccountId':'111122223333','collaborationName':'Acme'"
                    + ",'createTime':1772442000.25,'updateTime':1772442001,'status':'ACTIVE',"
                    + "'memberAbilities':['CAN_QUERY'],'paymentConfiguration':{'queryCompute':"
                    + "{'isResponsible':true}}}}"))
        .isEqualTo(
            "{'membership':{'id':'a0000000-0000-4000-8000-000000000001',"
                + "'arn':'arn:aws:cleanrooms:eu-west-1:100000000001:membership/"
                + "a0000000-0000-4000-8000-000000000001',"
                + "'collaborationCreatorAccountId':'100000000001','collaborationName':'Name1',"
                + "'createTime':1735689600.25,'updateTime':1735689601,'status':'ACTIVE',"
                + "'memberAbilities':['CAN_QUERY'],'paymentConfiguration':{'queryCompute':"
                + "{'isResponsible':true}}}}");
  }

  @Test
  void theSameIsReplacedByTheSameInEveryMessage() {
    request("GetMembership", "{'membershipIdentifier':'" + ID.replace('6', '7') + "'}");
    String first = request("GetMembership", "{'membershipIdentifier':'" + ID + "'}");

    assertThat(first).contains("000000000002");
    assertThat(request("GetMembership", "{'membershipIdentifier':'" + ID + "'}")).isEqualTo(first);
  }

  @Test
  void whatIsWhatDependsOnTheOrderAlone() {
    assertThat(new Mask().masked(tree("{'name':'a'}"), operation("GetSchema").request()))
        .isEqualTo(new Mask().masked(tree("{'name':'b'}"), operation("GetSchema").request()));
  }

  @Test
  void namesThatDifferInCaseAloneStillDo() {
    assertThat(text("sales")).isEqualTo("name2");
    assertThat(text("Sales")).isEqualTo("Name2");
    assertThat(text("SALES")).isEqualTo("NAme2");
    assertThat(text("Sales")).isEqualTo("Name2");
  }

  @Test
  void anIdInCapitalsStandsForTheSameInCapitals() {
    assertThat(text(ID)).isEqualTo("a0000000-0000-4000-8000-000000000001");
    assertThat(text(ID.toUpperCase(Locale.ROOT))).isEqualTo("A0000000-0000-4000-8000-000000000001");
  }

  @Test
  void tableNamesAreTheSameInSchemasAndRulesAndKeysOfMapsAreReplaced() {
    assertThat(
            request(
                "BatchGetSchemaAnalysisRule",
                "{'schemaAnalysisRuleRequests':[{'name':'sales','type':'LIST'}]}"))
        .isEqualTo("{'schemaAnalysisRuleRequests':[{'name':'name1','type':'LIST'}]}");
    assertThat(request("GetSchema", "{'name':'sales'}")).isEqualTo("{'name':'name1'}");
    assertThat(request("CreateMembership", "{'tags':{'owner':'sales','aws:x':'mine'}}"))
        .isEqualTo("{'tags':{'name2':'name1','aws:name3':'name4'}}");
  }

  @Test
  void arnsOfOtherServicesNameNothing() {
    assertThat(text("arn:aws:iam::111122223333:role/service-role/Reader"))
        .isEqualTo("arn:aws:iam::100000000001:role/name2xxxxxxx/Name3x");
    assertThat(text("arn:aws:secretsmanager:us-east-1:111122223333:secret:acme-a1B2c3"))
        .isEqualTo("arn:aws:secretsmanager:us-east-1:100000000001:secret:Name4xxxxxx");
    assertThat(text("arn:acme:sales:here:77:x/*")).matches("arn:(name[0-9]+:){4}name[0-9]+/[*]");
  }

  @Test
  void placesInS3KeepTheirDepthAndTheEndOfTheFileName() {
    String masked =
        request(
            "StartProtectedQuery",
            "{'resultConfiguration':{'outputConfiguration':{'s3':{'bucket':'acme','keyPrefix':"
                + "'a/b','resultFormat':'CSV'}}}}");

    assertThat(masked).contains("'bucket':'name1','keyPrefix':'name2/name3'");
    assertThat(text("s3://acme/a/b/" + ID + ".csv"))
        .isEqualTo("s3://name1/name2/name3/a0000000-0000-4000-8000-000000000001.csv");
  }

  @Test
  void ofAQueryNothingIsLeftButItsPlaceholders() {
    assertThat(sql("SELECT secret FROM acme -- it is mine")).isEqualTo("SELECT 1");
    assertThat(sql("SELECT a FROM t WHERE age > :age AND r = :Region AND b = :age"))
        .isEqualTo("SELECT :name1, :Name2");
    assertThat(sql("SELECT /* :age */ 1 -- :none")).isEqualTo("SELECT 1 /* :name1, :name3 */");
  }

  @Test
  void aQueryOfALengthThatQuotasMindIsAsLong() {
    String masked = sql("x".repeat(9_000) + "\u3042".repeat(300));

    assertThat(masked).hasSize(9_300).startsWith("SELECT 1 -- ");
    assertThat(masked.getBytes(StandardCharsets.UTF_8)).hasSize(9_900);
  }

  @Test
  void valuesStayOfTheirType() {
    assertThat(value("18")).isEqualTo("3");
    assertThat(value("127")).isEqualTo("3");
    assertThat(value("-300")).isEqualTo("-130");
    assertThat(value("70000")).isEqualTo("32770");
    assertThat(value("111122223333")).isEqualTo("2147483650");
    assertThat(value("9".repeat(30))).isEqualTo("9223372036854775810");
    assertThat(value("3.14")).isEqualTo("1.5");
    assertThat(value("TRUE")).isEqualTo("TRUE");
    assertThat(value("2026-03-01")).isEqualTo("2020-01-02");
    assertThat(value("2026-03-01 09:30:00")).isEqualTo("2020-01-02 03:04:05");
    assertThat(value("2026-02-30")).isEqualTo("2020-13-01");
    assertThat(value("09:30")).isEqualTo("03:04:05");
    assertThat(value("Berlin")).startsWith("Name");
    assertThat(value("")).isEmpty();
  }

  @Test
  void typesOfColumnsStayAndTheNamesInThemDoNot() {
    assertThat(columnType("decimal(10, 2)")).isEqualTo("decimal(10, 2)");
    assertThat(columnType("struct<email:string,age:INT>"))
        .isEqualTo("struct<name2:string,name3:INT>");
    assertThat(columnType("acme!(111122223333)")).doesNotContain("acme", "!", "1111");
  }

  @Test
  void whatIsTooLongStaysTooLong() {
    assertThat(value("9".repeat(1001))).hasSize(1001).startsWith("1.5");
    assertThat(request("CreateMembership", "{'tags':{'k':'v'},'collaborationIdentifier':'1234'}"))
        .contains("'collaborationIdentifier':'name");
  }

  @Test
  void whatIsTooShortStaysTooShort() {
    assertThat(
            request(
                "CreateConfiguredTableAssociation",
                "{'roleArn':'arn:aws:iam::1:role/acme-reader'}"))
        .isEqualTo("{'roleArn':'arn:aws:iam::0:role/xxxx-xxxxxx'}");
  }

  @Test
  void anArnThatIsAsLongAsIsPublishedGetsNoLonger() {
    String arn = "arn:aws:cleanrooms:us-east-1:111122223333:membership/" + "a/".repeat(23);

    assertThat(arn + "a").hasSize(100);
    assertThat(request("ListTagsForResource", "{'resourceArn':'" + arn + "a'}"))
        .endsWith(
            arn.replace("111122223333", "000000000000").replace("a/", "x/").substring(40) + "x'}");
  }

  @Test
  void longTextsStayAsLong() {
    assertThat(text("acme-".repeat(14))).hasSize(70).startsWith("name").endsWith("xx");
  }

  @Test
  void hashesAndExpressionsStayWhatTheyAre() {
    String hash = "0123456789abcdef".repeat(4);

    assertThat(text(hash)).isEqualTo("00000001" + "0".repeat(56));
    assertThat(
            response(
                "GetProtectedQuery",
                "{'protectedQuery':{'differentialPrivacy':{'sensitivityParameters':["
                    + "{'aggregationExpression':'SUM(salary)'},"
                    + "{'aggregationExpression':'COUNT(*)'}]}}}"))
        .contains("'SUM(name2)'", "'COUNT(*)'");
  }

  @Test
  void ofWhatHasNoAliasTheKindsOfItsCharactersAreLeft() {
    assertThat(Skeleton.of("Z\u00fcrich 7\u0000 \uD83D\uDE80!")).isEqualTo("xxxxxx 0\u0000 #!");
  }

  @Test
  void aNameThatNoTableMayHaveStaysOne() {
    assertThat(request("CreateIntermediateTable", "{'name':'acme.sales'}"))
        .isEqualTo("{'name':'name1.'}");
  }

  @Test
  void whatIsNoNumberStaysNone() {
    assertThat(
            response(
                "GetProtectedQuery",
                "{'protectedQuery':{'statistics':{'billedResourceUtilization':{'units':'NaN'}}}}"))
        .contains("'units':'NaN'");
  }

  @Test
  void keysThatWouldBeAlikeStayTwo() {
    assertThat(
            request(
                "StartProtectedQuery",
                "{'sqlParameters':{'parameters':{'a b':'1','c d':'1','e f':'1'}}}"))
        .matches(".*'parameters':[{]('[^']+':'1',?){3}}.*");
  }

  @Test
  void timesOfAnotherCenturyAreMistakesAndStay() {
    assertThat(response("GetMembership", "{'membership':{'createTime':1772442000000}}"))
        .contains("1772442000000");
    assertThat(response("GetMembership", "{'membership':{'createTime':5}}")).contains("':5}");
  }

  @Test
  void whatTheContractDoesNotKnowKeepsItsNameAndNothingElse() {
    assertThat(
            response(
                "GetMembership",
                "{'novel':{'id':'acme','acme@example.com':[1,111122223333,123456.7,true,null]},"
                    + "'acme@example.com':'x','membership':{'status':'ACME','createTime':'soon',"
                    + "'id':111122223333}}"))
        .isEqualTo(
            "{'novel':{'id':'name1','name2':[1,100000,100000.5,true,null]},"
                + "'name2':'name3','membership':{'status':'Name1','createTime':'name4',"
                + "'id':100000}}");
  }

  @Test
  void errorsKeepTheirNameAndLoseTheirMessage() {
    JsonNode known = tree("{'message':'acme','reason':'ALREADY_EXISTS','resourceId':'" + ID + "'}");
    assertThat(
            mask.error(
                    known, Catalogue.current().error("ConflictException").map(each -> each.shape()))
                .toString()
                .replace('"', '\''))
        .isEqualTo(
            "{'message':'name1','reason':'ALREADY_EXISTS',"
                + "'resourceId':'a0000000-0000-4000-8000-000000000001'}");
    assertThat(
            mask.error(
                    tree(
                        "{'__type':'com.amazon#NovelException:http://x','code':'acme','Message':7,'a b':'acme'}"),
                    Optional.empty())
                .toString()
                .replace('"', '\''))
        .isEqualTo("{'__type':'NovelException','code':'name1','Message':7,'name3':'name1'}");
  }
}
