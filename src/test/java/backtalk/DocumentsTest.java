package backtalk;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.config.Setting;
import backtalk.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the documents with the files, classes and settings that they name. */
class DocumentsTest {
  private static final Path HOME = Path.of(System.getProperty("backtalk.home", "."));
  private static final Path README = HOME.resolve("README.md");
  private static final Path MAIN = HOME.resolve("src/main/java/backtalk");
  private static final String PACKAGE_INFO = "package-info.java";
  private static final int LINES_OF_README = 180;

  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern CLASS =
      Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.\\w+(?:\\(.*)?)?");
  private static final Pattern PACKAGE_ROW = Pattern.compile("(?m)^\\| `([a-z/]+)` \\| (.+?) \\|$");
  private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*\\s+([^@]*?\\.)(?=\\s)");

  @Test
  void theReadmeStaysShort() {
    assertThat(read(README).lines().count()).isLessThanOrEqualTo(LINES_OF_README);
  }

  @Test
  void theMapOfPackagesHoldsEachPackageWithItsOwnSentence() {
    Map<String, String> map =
        PACKAGE_ROW
            .matcher(section(read(README), "Map of packages"))
            .results()
            .collect(toMap(row -> row.group(1), row -> row.group(2)));

    assertThat(map).isEqualTo(packages());
  }

  @Test
  void relativeLinksLeadToFilesAndHeadings() {
    for (Path document : documents()) {
      for (Matcher link = LINK.matcher(read(document)); link.find(); ) {
        Path target =
            link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
        assertThat(target).as("%s links to %s", document, link.group()).exists();
        if (link.group(2) != null) {
          assertThat(anchors(target)).as("%s: %s", document, link.group()).contains(link.group(2));
        }
      }
    }
  }

  @Test
  void classesThatDocumentsNameExist() {
    Set<String> classes =
        files(HOME.resolve("src"), ".java")
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());

    for (Path document : documents()) {
      if (!document.startsWith(HOME.resolve("deploy"))) {
        assertThat(classes).as("classes that %s names", document).containsAll(named(document));
      }
    }
  }

  @Test
  void eachSettingIsDocumentedWithItsDefault() {
    String settings = read(HOME.resolve("docs/settings.md"));

    for (Setting setting : Setting.values()) {
      String value = setting.defaultValue().map(it -> it + " ").orElse("");
      assertThat(settings).contains("\n| `%s` | %s| ".formatted(setting, value));
    }
  }

  @Test
  void theFakeBotApiIsDocumentedWithItsToken() {
    assertThat(read(HOME.resolve("docs/operation.md")))
        .contains("TELEGRAM_BOT_TOKEN=" + Emulator.TOKEN + " ./backtalk");
  }

  private static Collection<String> named(Path document) {
    return CODE.matcher(withoutBlocks(read(document)))
        .results()
        .map(code -> CLASS.matcher(code.group(1)))
        .filter(Matcher::matches)
        .map(name -> name.group(1))
        .collect(Collectors.toSet());
  }

  /** Each package below the root, and the first sentence of its description. */
  private static Map<String, String> packages() {
    return files(MAIN, PACKAGE_INFO)
        .filter(file -> !file.equals(MAIN.resolve(PACKAGE_INFO)))
        .collect(toMap(DocumentsTest::packageName, DocumentsTest::firstSentence));
  }

  private static String packageName(Path packageInfo) {
    String name = MAIN.relativize(packageInfo).toString().replace('\\', '/');
    return name.substring(0, name.length() - PACKAGE_INFO.length() - 1);
  }

  private static String firstSentence(Path packageInfo) {
    Matcher sentence = FIRST_SENTENCE.matcher(read(packageInfo));
    assertThat(sentence.find()).as("%s begins with a sentence", packageInfo).isTrue();
    return sentence
        .group(1)
        .replaceAll("\\s*\\n \\*\\s*|\\s+", " ")
        .replaceAll("^\\*\\s*", "")
        .strip();
  }

  private static String section(String document, String heading) {
    String from = document.substring(document.indexOf("## " + heading));
    int end = from.indexOf("\n## ", 1);
    return end < 0 ? from : from.substring(0, end);
  }

  /** The names by which GitHub links to the headings of a document. */
  private static List<String> anchors(Path document) {
    return HEADING
        .matcher(withoutBlocks(read(document)))
        .results()
        .map(
            heading ->
                heading
                    .group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\w\\- ]", "")
                    .replace(' ', '-'))
        .toList();
  }

  private static String withoutBlocks(String document) {
    return document.replaceAll("(?m)^```[\\s\\S]*?^```", "");
  }

  private static List<Path> documents() {
    return Stream.of("docs", "conversations", "deploy")
        .map(HOME::resolve)
        .flatMap(folder -> Stream.concat(Stream.of(README), files(folder, ".md")))
        .distinct()
        .toList();
  }

  private static Stream<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
