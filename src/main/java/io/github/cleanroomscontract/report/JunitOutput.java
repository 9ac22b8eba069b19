package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Unchecked;
import io.github.cleanroomscontract.internal.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML, for whatever shows the results of tests: a suite is a source, a test case a message.
 * What counts is a failure, what could not be checked an error; what does not count is in the test
 * case's output. Sums come before test cases there, so those of one source wait for its end.
 */
final class JunitOutput implements Output {

  private final PrintWriter out;
  private final boolean unchecked;
  private final FindingText text = new FindingText(new Paint(false));
  private final XMLStreamWriter xml;
  private final Spool spool = new Spool();
  private final XMLStreamWriter cases;
  private final Map<String, Integer> namesOfLine = new HashMap<>();
  private String source;
  private int line;
  private int tests;
  private int failures;
  private int errors;
  private int skipped;

  /** Creates an output that writes to {@code out}, with or without the rules not checked. */
  JunitOutput(PrintWriter out, boolean unchecked) {
    this.out = out;
    this.unchecked = unchecked;
    // The JDK's own, whatever else is on the class path.
    XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
    try {
      xml = factory.createXMLStreamWriter(out);
      cases = factory.createXMLStreamWriter(spool);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "cleanrooms-contract");
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  @Override
  public void message(Entry entry) {
    try {
      if (!entry.message().source().equals(source)) {
        endSuite();
        source = entry.message().source();
      }
      tests++;
      write(entry);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private void write(Entry entry) throws XMLStreamException {
    JudgedMessage message = entry.message();
    cases.writeCharacters("    ");
    cases.writeStartElement("testcase");
    cases.writeAttribute("name", name(message));
    // Tools take what is before a dot for a package, and make suites of classes.
    cases.writeAttribute("classname", Words.escaped(source).replace('.', '_'));
    cases.writeAttribute("file", Words.escaped(source));
    cases.writeAttribute("line", Integer.toString(message.line()));
    cases.writeAttribute("time", "0");
    Report report = message.report();
    List<Weighed> rest = new ArrayList<>(entry.findings());
    if (entry.failed()) {
      errors++;
      element("error", report, report.findings());
      rest.clear();
    } else if (report.outcome() == Outcome.SKIPPED) {
      skipped++;
      element("skipped", report, report.findings());
      rest.clear();
    } else if (!entry.counting().isEmpty()) {
      failures++;
      element("failure", report, entry.counting().stream().map(Weighed::finding).toList());
      rest.removeAll(entry.counting());
    }
    output(report, rest);
    cases.writeEndElement();
    cases.writeCharacters("\n");
  }

  /** A name that no other message of the source has. */
  private String name(JudgedMessage message) {
    if (message.line() != line || tests == 1) {
      line = message.line();
      namesOfLine.clear();
    }
    String subject = message.report().subject();
    String name = (subject.isEmpty() ? "message" : Words.escaped(subject)) + ", line " + line;
    int times = namesOfLine.merge(name, 1, Integer::sum);
    return times == 1 ? name : name + " (" + times + ")";
  }

  private void element(String element, Report report, List<Finding> findings)
      throws XMLStreamException {
    if (findings.isEmpty()) {
      cases.writeEmptyElement(element);
      return;
    }
    Finding first = findings.get(0);
    String more = findings.size() > 1 ? " (and " + (findings.size() - 1) + " more)" : "";
    cases.writeStartElement(element);
    cases.writeAttribute("message", FindingText.sentence(report, first) + more);
    cases.writeAttribute("type", first.rule().id());
    List<String> lines = new ArrayList<>();
    findings.forEach(finding -> lines.addAll(text.linesIn(source, report, finding)));
    cases.writeCharacters("\n" + text(lines));
    cases.writeEndElement();
  }

  private void output(Report report, List<Weighed> findings) throws XMLStreamException {
    List<String> lines = new ArrayList<>();
    for (Weighed each : findings) {
      List<String> told = text.linesIn(source, report, each.finding());
      each.known()
          .ifPresent(reason -> told.add("  known" + (reason.isEmpty() ? "" : ": " + reason)));
      lines.addAll(told);
    }
    if (unchecked) {
      for (Unchecked each : report.unchecked()) {
        String pointer = each.pointer().isEmpty() ? "" : " at " + each.pointer();
        lines.add("not checked " + each.rule().id() + pointer + ": needs " + each.needs());
      }
    }
    if (!lines.isEmpty()) {
      cases.writeStartElement("system-out");
      cases.writeCharacters("\n" + text(lines));
      cases.writeEndElement();
    }
  }

  /** Lines without the characters that XML cannot hold. */
  private static String text(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(each -> text.append(Words.escaped(each)).append('\n'));
    return text.toString();
  }

  private void endSuite() throws XMLStreamException {
    if (source == null) {
      return;
    }
    xml.writeCharacters("  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", Words.escaped(source));
    xml.writeAttribute("tests", Integer.toString(tests));
    xml.writeAttribute("failures", Integer.toString(failures));
    xml.writeAttribute("errors", Integer.toString(errors));
    xml.writeAttribute("skipped", Integer.toString(skipped));
    xml.writeAttribute("time", "0");
    // Which ends the start tag, too.
    xml.writeCharacters("\n");
    xml.flush();
    cases.flush();
    try {
      spool.drainTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    xml.writeCharacters("  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    tests = 0;
    failures = 0;
    errors = 0;
    skipped = 0;
  }

  @Override
  public void end(Summary summary) {
    try {
      endSuite();
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.flush();
      spool.close();
    } catch (XMLStreamException e) {
      throw failure(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.flush();
  }

  private static UncheckedIOException failure(XMLStreamException e) {
    return new UncheckedIOException(new IOException(e));
  }
}
