package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {

  private static List<Finding> findings(String json) {
    return ContractValidator.create()
        .validateRequest("CreateCollaboration", json.replace('\'', '"'))
        .findings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Name':'n','Description':'d','CreatorDisplayName':'c'} | looks like CloudFormation",
        "{'Type':'AWS::CleanRooms::Collaboration','Properties':{}} | a resource of CloudFormation",
        "{'creator_display_name':'n','query_log_status':'ENABLED'} | looks like Terraform",
        "{'tags':[{'Key':'a','Value':'b'}]} | how CloudFormation has tags",
        "{'Tags':[{'Key':'a','Value':'b'}]} | how CloudFormation has tags",
      })
  void ofOtherToolsAreSaidOnce(String json, String language) {
    assertThat(findings(json))
        .filteredOn(finding -> finding.hint().orElse("").contains(language))
        .hasSize(1);
    assertThat(findings(json))
        .filteredOn(
            f ->
                f.hint().orElse("").contains("Terraform")
                    || f.hint().orElse("").contains("CloudFormation"))
        .hasSize(1);
  }

  @Test
  void comeAfterWhatWasMeant() {
    assertThat(findings("{'Name':'n','Description':'d'}"))
        .map(finding -> finding.hint().orElse(""))
        .contains(
            "did you mean \"name\"? names and values are case-sensitive; this looks like"
                + " CloudFormation, whose names begin with a capital");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Name':'n','description':'d'}",
        "{'query_log_status':'ENABLED'}",
        "{'tags':['a']}",
        "{'tags':[]}",
        "{'Colour':'n','Shape':'d'}",
        "{'shoe_size':'n','hat_size':'d'}",
      })
  void areNotGuessedFromOneSlip(String json) {
    assertThat(findings(json))
        .isNotEmpty()
        .noneMatch(finding -> finding.hint().orElse("").matches(".*(CloudFormation|Terraform).*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      value = {
        "{'dataEncryptionMetadata':{'Key':1},'Name':'n','Description':'d'} | ``",
        "{'tags':[{'Key':'a','Value':'b'}],'colour':'red'} | /tags",
        "{'colour':'red','tags':[{'Key':'a','Value':'b'}]} | /tags",
      })
  void areSaidWhereTheyShow(String json, String pointer) {
    assertThat(findings(json))
        .filteredOn(finding -> finding.hint().orElse("").contains("CloudFormation"))
        .map(Finding::pointer)
        .containsExactly(pointer);
  }

  @Test
  void listsOfTagsAreSaidOfTheTags() {
    assertThat(findings("{'colour':'red','Tags':[{'Key':'a','Value':'b'}]}"))
        .filteredOn(finding -> finding.hint().orElse("").contains("CloudFormation"))
        .map(finding -> finding.member().orElse(""))
        .containsExactly("Tags");
  }
}
