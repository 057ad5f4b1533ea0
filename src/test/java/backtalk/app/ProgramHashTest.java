package backtalk.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the program hash covers all code that a proof depends on. */
class ProgramHashTest {
  @TempDir Path folder;

  @Test
  void anotherFileOfTheSameSizeAndTimeHasAnotherHash() throws IOException {
    Path one = Files.writeString(folder.resolve("one.jar"), "classes");
    Path other = Files.writeString(folder.resolve("other.jar"), "clauses");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(one));

    assertThat(ProgramHash.of(List.of(one))).isNotEqualTo(ProgramHash.of(List.of(other)));
    assertThat(ProgramHash.of(List.of(one, other)))
        .isNotEqualTo(ProgramHash.of(List.of(other, one)))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void noHashWhenRunningFromClassFiles() {
    assertThat(ProgramHash.ofRunning()).isEmpty();
  }

  @Test
  void provingDependsOnTheTwoJarsOnly() {
    String[] packages = {
      "backtalk.conversation..",
      "backtalk.understanding..",
      "backtalk.dialogue..",
      "backtalk.loader..",
      "backtalk.proof.."
    };
    classes()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("backtalk..", "java..", "org.yaml.snakeyaml..", "org.jspecify..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("backtalk"));
  }
}
