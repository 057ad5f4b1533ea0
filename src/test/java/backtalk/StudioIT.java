package backtalk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backtalk.config.Setting;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the studio of the packaged program in a real browser, which must be Chromium. */
class StudioIT {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final double PATIENCE_MILLIS = 60_000;
  private static final int MAX_PAGE_BYTES = 1_600_000;
  private static final Pattern FIGURES =
      Pattern.compile("grade [\\d.]+\\s*\\d+ words\\s*\\d+ characters");
  private static final String TRAINING =
      """
      {"revision":1,"work":"TRAINING","millis":0,"problems":[],"cards":[],"phrases":[]}\
      """;
  private static final Pattern HERE = Pattern.compile("\\bhere\\b");

  @TempDir private static Path folder;
  private static Process program;
  private static String link;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> mistakes = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void open() throws IOException {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(chromium != null, "no Chromium is installed: apt-get install chromium");
    Path conversation = copyOfTheConversation();
    program =
        new PackagedProgram(folder)
            .set(Setting.CONVERSATION, conversation.toString())
            .start("studio");
    BufferedReader out = program.inputReader();
    link = out.readLine();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS));
  }

  @AfterAll
  static void close() throws Exception {
    if (playwright != null) {
      playwright.close();
    }
    if (program != null) {
      program.destroy();
      assertThat(program.waitFor(20, TimeUnit.SECONDS)).as("the studio ends").isTrue();
      assertThat(program.exitValue()).isZero();
    }
  }

  @BeforeEach
  void openThePage() {
    open(new Browser.NewContextOptions().setViewportSize(1280, 820));
  }

  private void open(Browser.NewContextOptions options) {
    context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.onRequest(
        request -> {
          if (!URI.create(request.url()).getHost().equals("127.0.0.1")) {
            mistakes.add("a request to " + request.url());
          }
        });
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            mistakes.add(message.text());
          }
        });
    context.onWebError(error -> mistakes.add(error.error()));
    page = context.newPage();
    page.navigate(link);
    assertThat(page.locator("#log .bubble").first()).isVisible();
    act(() -> page.click("#restart"));
  }

  @AfterEach
  void thePageMadeNoMistakeAndCalledNobody() {
    context.close();
    assertThat(mistakes).isEmpty();
  }

  /** Does something on the phone and waits until the turn is shown. */
  private void act(Runnable action) {
    page.waitForResponse("**/api/take", action);
    assertThat(page.locator("#log[aria-busy]")).hasCount(0);
  }

  private void write(String text) {
    page.fill("#words", text);
    act(() -> page.press("#words", "Enter"));
  }

  private void tap(String label) {
    act(() -> page.locator("#log .key").getByText(label, exactly()).last().click());
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private Locator newest() {
    return page.locator("#log .entry").last();
  }

  private void view(String name) {
    page.click("nav [data-view=" + name + "]");
  }

  private Locator node(String name) {
    return page.locator(".node[data-name=" + name + "]");
  }

  @Test
  void aHarmlessQuestionIsAnsweredAndExplained() {
    write("what makes the cracking sound");

    assertThat(newest()).containsText("Gas bubbles");
    newest().locator(".unfold").click();
    assertThat(newest().locator(".unfold")).hasAttribute("aria-expanded", "true");
    view("why");
    assertThat(page.locator("#why")).containsText("answer sound-mechanism");
    assertThat(page.locator("#why .clause").first()).containsText("what makes the cracking sound");
    assertThat(page.locator("#why meter").first()).isVisible();
    page.locator("#why .claims summary").first().click();
    assertThat(page.locator("#why .claims details[open] p").first()).containsText("(Article");
  }

  @Test
  void anEmergencyLightsItsOutcome() {
    tap("Check my back");
    assertThat(node("state_urgent")).hasClass(HERE);

    tap("Numb between the legs");

    assertThat(newest()).containsText("Get help now");
    assertThat(node("outcome_emergency")).hasClass(HERE);
    assertThat(page.locator(".edge.passed[data-name='anywhere->outcome_emergency']")).hasCount(1);
    view("why");
    assertThat(page.locator("#why .facts tr.fresh")).containsText("saddle-numbness");
    assertThat(page.locator("#why .facts tr.fresh")).containsText("tapped “Numb between the legs”");
    assertThat(page.locator("#why .gist .chip.emergency").first()).isVisible();
  }

  @Test
  void aCardShowsItsPictureAndAChangedOneAfterIt() throws IOException {
    write("what makes the cracking sound");

    Locator picture = page.locator("#log img.picture");
    assertThat(picture).hasAttribute("alt", Pattern.compile("joint"));
    assertThat(picture.evaluate("it => it.decode().then(() => it.naturalWidth > 0)"))
        .isEqualTo(true);

    String shown = picture.getAttribute("src");
    Path files = folder.resolve("conversation/pictures");
    Path file = files.resolve(shown.replaceFirst("pictures/(.+)\\?.*", "$1"));
    byte[] good = Files.readAllBytes(file);
    Files.copy(files.resolve("side-plank.png"), file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(picture)
        .not()
        .hasAttribute("src", shown, new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    assertThat(picture.evaluate("it => it.decode().then(() => it.naturalWidth > 0)"))
        .isEqualTo(true);
    Files.write(file, good);
  }

  @Test
  void everyOutcomeIsACardWithItsGradeAndLength() {
    view("desk");
    page.locator("#desk .card-form select").first().selectOption("outcome");

    Locator cards = page.locator("#desk .card");
    assertThat(cards).hasCount(7);
    assertThat(cards.first()).containsText("Get help now");
    assertThat(cards.first().locator(".figures")).containsText(FIGURES);
  }

  @Test
  void trainingIsAnnounced() {
    page.route(
        "**/api/desk?after=-1",
        route -> route.fulfill(new Route.FulfillOptions().setBody(TRAINING)));
    page.route("**/api/desk?after=1", route -> {});

    page.reload();

    assertThat(page.getByRole(AriaRole.STATUS).getByText("Training on the examples")).isVisible();
    view("desk");
    assertThat(page.locator("#desk .state.training")).containsText("bot trains on them");
  }

  @Test
  void wordsForTheStaffAreCopiedWithoutATurn() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    write("numb down there since it popped");
    int before = page.locator("#log .entry").count();

    page.locator("#log .key.copy").last().click();

    assertThat(page.locator("#toast")).containsText("Copied: ");
    assertThat(page.evaluate("() => navigator.clipboard.readText()").toString())
        .contains("check my spine");
    assertThat(page.locator("#log .entry")).hasCount(before);
  }

  @Test
  void backAndAnotherAnswerChangeTheWay() {
    tap("Check my back");
    tap("None of these");
    assertThat(node("state_feeling")).hasClass(HERE);
    assertThat(newest().locator("time")).containsText("edited");

    tap("Back");
    assertThat(node("state_urgent")).hasClass(HERE);

    tap("A leg is losing strength");
    assertThat(node("outcome_emergency")).hasClass(HERE);
  }

  @Test
  void theWayTakenIsLitInTheDrawing() {
    tap("Check my back");
    tap("None of these");
    tap("It feels fine");

    assertThat(page.locator(".node.passed")).hasCount(2);
    assertThat(page.locator(".edge.passed")).hasCount(3);
    Locator lit = page.locator(".edge.passed");
    List<String> names = new ArrayList<>();
    lit.all().forEach(edge -> names.add(edge.getAttribute("data-name")));
    assertThat(names)
        .containsExactlyInAnyOrder(
            "start->state_urgent", "state_urgent->state_feeling", "state_feeling->state_signs");
  }

  @Test
  void aNodeShowsItsTextsAndTheTestsThatReachIt() {
    assertThat(page.locator("#status")).containsText("All promises hold");
    view("desk");
    assertThat(page.locator("#desk")).containsText("chats hold.", patiently());
    view("machine");

    node("state_urgent").press("Enter");

    Locator detail = page.locator(".detail");
    assertThat(detail).containsText("the rare signs that cannot wait");
    assertThat(detail).containsText("Why it is asked");
    assertThat(detail).containsText("conversation.yaml:");
    assertThat(detail).containsText("My own chat");
    page.getByLabel("Close details").click();
    assertThat(detail).isHidden();
  }

  @Test
  void aMistakeIsShownAndItsMendIsTaken() throws IOException {
    Path topics = folder.resolve("conversation/topics.yaml");
    String good = Files.readString(topics);
    assertThat(page.locator("#status")).containsText("All promises hold");

    Files.writeString(topics, good.replaceFirst("button: The sound", "buton: The sound"));
    assertThat(page.locator("#status")).containsText("problem", patiently());
    page.click("#status");
    assertThat(page.locator(".problem .place").first())
        .containsText(Pattern.compile("topics\\.yaml:\\d+"));
    assertThat(page.locator("#desk")).containsText("buton");
    write("what makes the cracking sound");
    assertThat(newest()).containsText("Gas bubbles");

    Files.writeString(topics, good.replaceFirst("Gas bubbles", "Small gas bubbles"));
    assertThat(page.locator("#status")).containsText("All promises hold", patiently());
    write("what makes the cracking sound");
    assertThat(newest()).containsText("Small gas bubbles");
    Files.writeString(topics, good);
  }

  private static ContainsTextOptions patiently() {
    return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
  }

  @Test
  void theChatIsUsableByKeyboard() {
    page.focus("#menu");
    page.keyboard().press("Enter");
    page.keyboard().press("Shift+Tab");
    assertThat(page.locator("#commands")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#commands")).isHidden();
    assertThat(page.locator("#menu")).isFocused();

    page.locator("#log .key").getByText("Check my back", exactly()).last().focus();
    act(() -> page.keyboard().press("Space"));
    assertThat(newest()).containsText("Question 1");
  }

  @Test
  void threeDaysPassAndTheChatIsRecordedAsATest() {
    String before = page.textContent("#time");
    tap("Check my back");
    tap("None of these");
    act(() -> page.click("#wait"));
    assertThat(page.textContent("#time")).isNotEqualTo(before);

    page.click("#record");

    assertThat(page.locator("#toast")).containsText("recorded.yaml");
    assertThat(folder.resolve("conversation/tests/recorded.yaml")).content().contains("~3d");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,360", "DARK,360"})
  void noSeriousMistakeOfAccessibility(ColorScheme scheme, int width) throws IOException {
    context.close();
    open(
        new Browser.NewContextOptions()
            .setViewportSize(width, 800)
            .setColorScheme(scheme)
            .setBypassCSP(true));
    tap("Check my back");
    write("my leg is numb");
    for (String view : List.of("phone", "machine", "why", "desk")) {
      if (width < 900 || !view.equals("phone")) {
        view(view);
        assertThat(page.locator("#" + view)).isVisible();
        assertThat(serious()).as("%s, %s, %d pixels", view, scheme, width).isEmpty();
      }
    }
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  /** Runs axe on the page and returns its serious and critical findings. */
  private List<?> serious() throws IOException {
    try (InputStream axe = getClass().getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(axe.readAllBytes(), UTF_8));
    }
    return (List<?>)
        page.evaluate(
            """
            async () => (await axe.run()).violations
              .filter(it => it.impact === 'serious' || it.impact === 'critical')
              .map(it => `${it.id}: ${it.nodes.slice(0, 3).map(node => node.html).join(' ')}`)
            """);
  }

  @Test
  void thePageIsLightEnough() {
    assertThat(page.locator(".canvas svg")).isVisible();

    Object bytes =
        page.evaluate(
            "performance.getEntriesByType('resource')"
                + ".concat(performance.getEntriesByType('navigation'))"
                + ".reduce((sum, it) => sum + it.transferSize, 0)");

    assertThat(((Number) bytes).intValue()).isBetween(400_000, MAX_PAGE_BYTES);
  }

  private static Path copyOfTheConversation() throws IOException {
    Path target = folder.resolve("conversation");
    try (Stream<Path> files = Files.walk(PackagedProgram.CONVERSATION)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = PackagedProgram.CONVERSATION.relativize(file).toString();
        if (!name.startsWith("tests")) {
          Files.createDirectories(target.resolve(name).resolveSibling(""));
          Files.copy(file, target.resolve(name));
        }
      }
    }
    Path tests = Files.createDirectories(target.resolve("tests"));
    Files.writeString(
        tests.resolve("mine.yaml"), "My own chat:\n  - you: /check\n  - bot: {state: urgent}\n");
    return target;
  }
}
