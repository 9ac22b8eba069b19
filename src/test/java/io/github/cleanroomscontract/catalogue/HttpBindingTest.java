package io.github.cleanroomscontract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpBindingTest {

  @Test
  void saysWhereMembersTravel() {
    HttpBinding http = HttpBinding.parse("GET /a/{first}/b/{second}{?status,nextToken,maxResults}");

    assertThat(http.method()).isEqualTo("GET");
    assertThat(http.uri()).isEqualTo("/a/{first}/b/{second}{?status,nextToken,maxResults}");
    assertThat(http.pathMembers()).containsExactly("first", "second");
    assertThat(http.queryMembers()).containsExactly("status", "nextToken", "maxResults");
  }

  @Test
  void mayLeaveAllMembersToTheBody() {
    HttpBinding http = HttpBinding.parse("POST /collaborations");

    assertThat(http.pathMembers()).isEmpty();
    assertThat(http.queryMembers()).isEmpty();
  }

  @Test
  void isShownAsItIsWritten() {
    String line = "PATCH /memberships/{membershipIdentifier}";

    assertThat(HttpBinding.parse(line)).hasToString(line);
  }
}
