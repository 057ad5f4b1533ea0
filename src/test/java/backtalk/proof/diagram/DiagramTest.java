package backtalk.proof.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.ConversationPart;
import backtalk.conversation.Guard;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.Transition;
import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.proof.RandomConversations;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that a diagram shows every part of a machine once, in short labels. */
class DiagramTest {
  private static final Path HOME = Path.of(System.getProperty("backtalk.home", "."));
  private static final String BACK = "conversations/back-cracking";
  private static final String JAW = "src/test/resources/jaw-clicking";
  private static final String SMALL = "src/test/resources/small";

  private static StateMachine machine(String folder) {
    return ((LoadResult.Read) ConversationFiles.of(HOME.resolve(folder)).read())
        .conversation()
        .machine();
  }

  private static Diagram plain(String folder) {
    return Diagram.of(machine(folder), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {BACK, JAW, SMALL})
  void showsEachPartOnce(String folder) {
    StateMachine machine = machine(folder);
    Diagram diagram = plain(folder);
    int transitions =
        Stream.concat(
                Stream.of(machine.anywhere()),
                machine.states().values().stream().map(state -> state.then()))
            .mapToInt(Collection::size)
            .sum();

    assertThat(diagram.nodes()).hasSize(2 + machine.states().size() + machine.outcomes().size());
    assertThat(diagram.nodes()).extracting(Diagram.Node::id).doesNotHaveDuplicates();
    assertThat(diagram.edges()).hasSize(1 + transitions);
    assertThat(diagram.edges().stream().flatMap(edge -> Stream.of(edge.from(), edge.to())))
        .allSatisfy(end -> assertThat(diagram.nodes()).extracting(Diagram.Node::id).contains(end));
    assertShows(
        MermaidWriter.of(diagram), machine, "(?m)^  %s[\\[({]", "(?m)^  \\w+ -->.*$", transitions);
    assertShows(DotWriter.of(diagram), machine, "(?m)^  %s \\[", "(?m)^  \\w+ -> .*$", transitions);
  }

  private static void assertShows(
      String text, StateMachine machine, String node, String edge, int transitions) {
    Stream.concat(
            machine.states().values().stream().map(Diagram::idOf),
            machine.outcomes().values().stream().map(Diagram::idOf))
        .forEach(id -> assertThat(count(node.formatted(id), text)).as(id).isOne());
    assertThat(count(edge, text)).isEqualTo(1 + transitions);
  }

  private static long count(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void drawsTheSmallOneInMermaid() {
    assertThat(MermaidWriter.of(plain(SMALL)))
        .startsWith(
            """
            flowchart TD
              start(("begin")):::mark
              state_urgent["What cannot wait<br/>asks 2 facts"]:::asks
              state_habit["When it squeaks<br/>asks 1 fact"]:::asks
              state_ruled_out{{"Every sign ruled out?<br/>only weighs"}}:::weighs
              anywhere[/"at every moment"/]:::mark
              outcome_emergency(["emergency<br/>level: emergency"]):::emergency
              outcome_reassure(["reassure<br/>level: reassure"]):::reassure
              start --> state_urgent
              state_urgent -->|"any sign asked here"| outcome_emergency
              state_urgent -->|"otherwise"| state_habit
              state_habit --> state_ruled_out
              state_ruled_out -->|"a clear no to every red flag"| outcome_reassure
              state_ruled_out -->|"otherwise"| outcome_emergency
              anywhere -->|"Locked knee"| outcome_emergency
              classDef mark fill:\
            """);
  }

  @Test
  void drawsTheSmallOneInDot() {
    assertThat(DotWriter.of(plain(SMALL)))
        .startsWith("digraph machine {\n")
        .contains("  state_urgent [label=\"What cannot wait\\nasks 2 facts\", shape=box, ")
        .contains("  outcome_emergency [label=\"emergency\\nlevel: emergency\", shape=box, ")
        .contains(
            "  state_ruled_out -> outcome_reassure [label=\"a clear no to every red flag\"]\n")
        .contains("  state_habit -> state_ruled_out\n")
        .endsWith("}\n");
  }

  @Test
  void restoresTheShorthandsOfTheJaw() {
    assertThat(MermaidWriter.of(plain(JAW)).lines().map(String::strip))
        .contains(
            "anywhere -->|\"else any of<br/>• Breathing or swallowing"
                + "<br/>• a spreading swelling together with fever\"| outcome_emergency",
            "state_doctor_signs -->|\"else any of<br/>• any sign asked here"
                + "<br/>• Bone medicine: yes\"| outcome_see_doctor",
            "state_feel -->|\"It hurts\"| outcome_professional",
            "state_all_clear -->|\"all of<br/>• a clear no to every red flag"
                + "<br/>• Stiff or tired: no<br/>• Clench or grind: no\"| outcome_reassure");
  }

  @Test
  void countsPartsThatAreTooManyToName() {
    assertThat(MermaidWriter.of(plain(BACK)).lines().map(String::strip))
        .contains(
            "anywhere -->|\"else any of 9 emergency signs\"| outcome_emergency",
            "state_sore -->|\"any of 14 red flags\"| outcome_see_doctor",
            "state_sore -->|\"else any of<br/>• Some pain<br/>• Fever or illness\"|"
                + " outcome_professional",
            "state_habits_when_stiff -->|\"Discomfort that stays: yes\"| outcome_professional",
            "state_all_clear -->|\"all of<br/>• a clear no to every red flag"
                + "<br/>• any of 2 conditions\"| state_everyday",
            "state_everyday -->|\"any of 6 signs\"| outcome_self_care",
            "state_everyday -->|\"else a no to each of 5 signs\"| outcome_reassure");
  }

  @Test
  void restoresNoShorthandThatTheGuardDoesNotMean() {
    StateMachine back = machine(BACK);
    Guard both =
        new Guard.All(List.of(yes("trauma"), new Guard.Is("swelling", Set.of(Answer.YES))));

    assertThat(new GuardFormatter(back, List.of("swelling", "unwell")).lines(both, false))
        .containsExactly("all of", "• A fall or blow: yes", "• Swelling: yes");
    assertThat(
            new GuardFormatter(back, List.of())
                .lines(new Guard.Any(List.of(both, yes("unwell"))), true))
        .containsExactly(
            "else any of", "• A fall or blow: yes and Swelling: yes", "• Fever or illness: yes");
  }

  private static Guard yes(String fact) {
    return new Guard.Is(fact, Set.of(Answer.YES));
  }

  @Test
  void dashesPartsThatNoTestReaches() {
    Set<ConversationPart.Reachable> untested =
        Set.of(
            new ConversationPart.OfState("habit"),
            new ConversationPart.OfTransition(new StatePath.TransitionRef("urgent", 1)),
            new ConversationPart.OfTransition(new StatePath.TransitionRef("habit", 0)),
            new ConversationPart.OfOutcome("reassure"));
    Diagram diagram = Diagram.of(machine(SMALL), Optional.of(part -> !untested.contains(part)));

    assertThat(MermaidWriter.of(diagram).lines().map(String::strip))
        .contains(
            "legend[\"dashed: no test reaches it\"]:::asks",
            "outcome_reassure([\"reassure<br/>level: reassure<br/>no test\"]):::reassure",
            "state_urgent -.->|\"otherwise\"| state_habit",
            "state_habit -.-> state_ruled_out",
            "class state_habit,outcome_reassure,legend untested")
        .anyMatch(line -> line.startsWith("linkStyle 2,3 stroke:#"));
    assertThat(DotWriter.of(diagram))
        .contains("state_habit -> state_ruled_out [style=dashed, ")
        .containsPattern("outcome_reassure .*style=\"rounded,dashed,filled\"");
  }

  @Test
  void saysThatTestsReachEverything() {
    Diagram diagram = Diagram.of(machine(SMALL), Optional.of(part -> true));

    assertThat(MermaidWriter.of(diagram))
        .contains("tests reach everything here")
        .doesNotContain("-.->");
  }

  @Test
  void drawsAnyMachine() {
    for (int seed = 0; seed < 300; seed++) {
      StateMachine machine = new RandomConversations(seed).machine();
      Diagram diagram = Diagram.of(machine, Optional.empty());

      assertThat(diagram.edges()).allSatisfy(edge -> assertThat(edge.lines()).hasSizeLessThan(5));
      assertThat(MermaidWriter.of(diagram))
          .isEqualTo(MermaidWriter.of(Diagram.of(machine, Optional.empty())));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          a "b"        ~ a #34;b#34;       ~ a \\"b\\"
          #1 & <b>     ~ #35;1 #38; #60;b#62; ~ #1 &amp; <b>
          [x] {y} (z)  ~ #91;x#93; #123;y#125; (z) ~ [x] {y} (z)
          `*_%|        ~ #96;#42;#95;#37;#124; ~ `*_%|
          $1 $$x       ~ $1 #36;#8203;$x   ~ $1 $$x
          C:\\new      ~ C#58;#92;new      ~ C:\\\\new
          1. one       ~ 1#46; one         ~ 1. one
          - one        ~ #45; one          ~ - one
          at 1.5: yes  ~ at 1.5: yes       ~ at 1.5: yes
          Größe 痛み 🚨 ~ Größe 痛み 🚨      ~ Größe 痛み 🚨
          """)
  void showsEveryCharacterAsItIs(String text, String mermaid, String dot) {
    assertThat(MermaidWriter.escaped(text)).isEqualTo(mermaid);
    assertThat(DotWriter.escaped(text)).isEqualTo(dot);
  }

  @Test
  void keepsLineBreaksAndDropsControlCharacters() {
    assertThat(MermaidWriter.escaped("one\r\ntwo\u0007\t- three\n- four"))
        .isEqualTo("one<br/>two  - three<br/>#45; four");
    assertThat(DotWriter.escaped("one\r\ntwo\u0007\tthree\nfour"))
        .isEqualTo("one\\ntwo  three\\nfour");
  }

  @Test
  void marksWhereACheckBegins() {
    assertThat(plain(BACK).edges().getFirst())
        .isEqualTo(new Diagram.Edge("start", "state_urgent", List.of(), false));
    assertThat(plain(BACK).nodes()).extracting(Diagram.Node::id).contains(Diagram.ANYWHERE);
  }

  @Test
  void omitsTheAnywhereNodeWithoutItsTransitions() {
    StateMachine small = machine(SMALL);
    StateMachine quiet =
        new StateMachine(
            small.begin(), List.<Transition>of(), small.states(), small.outcomes(), small.facts());

    assertThat(Diagram.of(quiet, Optional.empty()).nodes())
        .extracting(Diagram.Node::id)
        .doesNotContain(Diagram.ANYWHERE);
  }
}
