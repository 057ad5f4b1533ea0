package backtalk.loader.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.FactTexts;
import backtalk.conversation.Guard;
import backtalk.conversation.Severity;
import backtalk.conversation.Urgency;
import backtalk.loader.Issues;
import backtalk.loader.SymbolTable;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks what guards and their shorthands are parsed to. */
class GuardParserTest {
  private static final Severity DOCTOR = severity(Urgency.SEE_DOCTOR, Urgency.SEE_DOCTOR);
  private static final Severity CARE = severity(Urgency.PROFESSIONAL, Urgency.SELF_CARE);

  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Issues issues = new Issues();

  GuardParserTest() {
    add("fall", DOCTOR, new Fact.Link.Asked());
    add("numb", DOCTOR, new Fact.Link.PartOf("fall"));
    add("fever", DOCTOR, new Fact.Link.OnlyIfSaid());
    add("eased", CARE, new Fact.Link.Asked());
    add(
        "both",
        new Severity(Optional.of(Urgency.EMERGENCY), Optional.empty()),
        new Fact.Link.Together(List.of("eased", "fall")));
  }

  private static Severity severity(Urgency yes, Urgency unsure) {
    return new Severity(Optional.of(yes), Optional.of(unsure));
  }

  private void add(String id, Severity severity, Fact.Link link) {
    FactTexts words = new FactTexts(id, id, id, List.of(), List.of());
    facts.put(id, new Fact(id, words, severity, link, List.of()));
  }

  private Guard read(String yaml) {
    YamlNode node = YamlParser.parse("guard", yaml, issues).orElseThrow();
    SymbolTable symbols = new SymbolTable(new YamlDocuments(Map.of()), issues);
    Guard guard = new GuardParser(facts, symbols, issues).read(node, List.of("fall", "eased"));
    assertThat(issues.sorted()).isEmpty();
    return guard;
  }

  private static Guard is(String fact, Answer... answers) {
    return new Guard.Is(fact, Set.of(answers));
  }

  @Test
  void aFactAloneIsYesOrUnsure() {
    assertThat(read("fall")).isEqualTo(is("fall", Answer.YES, Answer.UNSURE));
  }

  @Test
  void answersAreExact() {
    assertThat(read("{fall: no}")).isEqualTo(is("fall", Answer.NO));
    assertThat(read("{fall: [no, unsure]}")).isEqualTo(is("fall", Answer.NO, Answer.UNSURE));
  }

  @Test
  void severalEntriesMustAllHold() {
    assertThat(read("{fall: no, eased: yes}"))
        .isEqualTo(new Guard.All(List.of(is("fall", Answer.NO), is("eased", Answer.YES))));
  }

  @Test
  void guardsNest() {
    assertThat(read("{any: [{all: [{fall: no}]}, {eased: yes}]}"))
        .isEqualTo(
            new Guard.Any(
                List.of(new Guard.All(List.of(is("fall", Answer.NO))), is("eased", Answer.YES))));
  }

  @Test
  void aWorkedOutFactIsYesWhenAllAre() {
    Guard all = new Guard.All(List.of(is("eased", Answer.YES), is("fall", Answer.YES)));

    assertThat(read("both")).isEqualTo(all);
    assertThat(read("{both: yes}")).isEqualTo(all);
  }

  @Test
  void aWorkedOutFactIsNoWhenOneIs() {
    assertThat(read("{both: no}"))
        .isEqualTo(new Guard.Any(List.of(is("eased", Answer.NO), is("fall", Answer.NO))));
  }

  @Test
  void anyAskedMeansTheFactsOfTheState() {
    assertThat(read("any-asked"))
        .isEqualTo(
            new Guard.Any(
                List.of(
                    is("fall", Answer.YES, Answer.UNSURE),
                    is("eased", Answer.YES, Answer.UNSURE))));
  }

  /** A fact that is never asked, or is worked out, cannot be denied. */
  @Test
  void noRedFlagMeansAClearNoToEachThatIsAsked() {
    assertThat(read("{red-flags: no}"))
        .isEqualTo(new Guard.All(List.of(is("fall", Answer.NO), is("numb", Answer.NO))));
  }
}
