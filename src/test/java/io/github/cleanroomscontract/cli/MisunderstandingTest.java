package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a command line that is not understood. */
class MisunderstandingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Which command? validate",
        "nonsense | Unmatched argument at index 0: 'nonsense'",
        "validat x | Did you mean: cleanrooms-contract validate",
        "validate | Missing required parameter: 'INPUT'",
        "validate --format xml x | \"xml\" is none of text, json, jsonl, junit, sarif, github,"
            + " markdown, html",
        "validate --report junit x | say which file it goes to: junit=FILE",
        "validate --report junit= x | say which file it goes to: junit=FILE",
        "validate --report jnit=a x | \"jnit\" is none of text, json, jsonl, junit, sarif, github,"
            + " markdown, html",
        "validate --report json=a --report junit=./a x | Two outputs would go to a.",
        "validate --report json=pom.xml ./pom.xml | The output pom.xml would replace the input ./pom.xml.",
        "validate --fail-on info x | \"info\" is none of error, drift, warning",
        "validate --unknown eror x | \"eror\" is none of error, drift, ignore; did you mean error?",
        "validate --engine FLINK x | \"FLINK\" is none of SPARK, CLEAN_ROOMS_SQL",
        "validate --caller-account 1111-2222 x | an AWS account has 12 digits",
        "validate --caller-account 12 x | an AWS account has 12 digits",
        "validate --operation GetMembershp x | Did you mean GetMembership?",
        "validate --error Oops x | There is no error Oops in the API; its errors are AccessDenied",
        "validate --request --response x | mutually exclusive",
        "validate --opration x | Possible solutions: --operation",
        "describe | Missing required parameter: 'OPERATION'",
        "describe getmembership | Did you mean GetMembership?",
        "explain unoin.empty | Did you mean union.empty?",
        "explain | Missing required parameter: 'RULE'",
        "validate --as-of yesterday x | \"yesterday\" is not a day such as 2025-04-30",
        "validate --as-of 2022-12-31 x | the API exists since 2023-01-12, not yet on 2022-12-31",
        "describe StartProtectedJob --as-of 2025-03-17 | StartProtectedJob exists since 2025-03-18.",
        "changes 2024-10-30 | The release before it: 2024-10-29. The release after it: 2024-11-07.",
        "changes soon | \"soon\" is not a day such as 2025-09-04",
        "changes 2024-10-30..2024-11-06 | The API did not change from 2024-10-30 to 2024-11-06.",
        "changes 2025-01-01..2024-01-01 | The time ends before it begins",
        "changes --format xml | \"xml\" is none of text, markdown, json",
        "rules nonsense | begins with \"nonsense\"",
        "rules --kind state | \"state\" is none of input, model, schema, cross-field, context, limit",
        "drift --format yaml | \"yaml\" is none of text, json",
        "generate | Missing required parameter: 'OPERATION'",
        "generate GetMembership | Missing required argument (specify one of these): (--request",
        "generate GetMembership --request --response | mutually exclusive",
        "generate GetMembership --response --error | mutually exclusive",
        "generate getMembership --request | Did you mean GetMembership?",
        "generate GetMembership --request --valid --invalid | mutually exclusive",
        "generate GetMembership --request --rule unoin.empty | Did you mean union.empty?",
        "generate GetMembership --request --rule union.empty | No request of GetMembership breaks",
        "generate GetMembership --request --rule json.syntax | Whatever breaks json.syntax fits into no"
            + " line: give --output FOLDER.",
        "generate GetMembership --request --seed 7 --rule json.syntax | breaks json.syntax at random.",
        "generate GetMembership --request --seed 7 --rule union.empty | breaks union.empty at random.",
        "generate StartProtectedJob --request --seed 7 --as-of 2025-03-17 | exists since 2025-03-18.",
        "generate GetMembership --request --count 0 | --count is at least 1.",
        "generate StartProtectedJob --request --as-of 2025-03-17 | exists since 2025-03-18.",
        "serve --port 65536 | Invalid value for --port: a port is between 0 and 65,535",
        "serve --port x | 'x' is not an int",
        "serve --host= | The address of --host is empty: an unset variable?",
        "serve --caller-account 12 | Invalid value for --caller-account: an AWS account has 12 digits",
        "serve --region Mars | Invalid value for --region: a region is called such as eu-west-1",
        "serve --format json | \"json\" is none of text, jsonl",
        "serve --as-of 2022-12-31 | the API exists since 2023-01-12",
        "drift --sdk | Missing required parameter for option '--sdk'",
      })
  void saysWhatAndWhereHelpIs(String arguments, String message) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        RootCommand.execute(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.isEmpty() ? new String[0] : arguments.split(" "));
    assertThat(err.toString()).contains(message).contains("Help: cleanrooms-contract");
    assertThat(out.toString()).isEmpty();
    assertThat(code).isEqualTo(2);
  }
}
