package io.github.cleanroomscontract.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CallContextTest {

  private final CallContext context = CallContext.create();

  @Test
  void misspeltOperationsAreRefused() {
    assertThatThrownBy(() -> context.response("GetColaboration", "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no operation \"GetColaboration\"");
    assertThatThrownBy(() -> context.exchange("ListMember", "{}", "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNotJsonIsRefused() {
    assertThatThrownBy(() -> context.response("GetCollaboration", "{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not JSON");
  }

  @Test
  void answersThatTeachNothingLeaveItEmpty() {
    assertThat(context.response("ListProtectedQueries", "{\"protectedQueries\":[]}").hasNoAnswers())
        .isTrue();
    assertThat(
            context
                .response("GetCollaboration", "{\"collaboration\":{\"id\":\"c\"}}")
                .hasNoAnswers())
        .isFalse();
  }

  @Test
  void accountsHaveTwelveDigits() {
    assertThatThrownBy(() -> context.callerAccount("1111-2222"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(context.callerAccount("1111-2222-3333").facts().toldCaller())
        .contains("111122223333");
  }
}
