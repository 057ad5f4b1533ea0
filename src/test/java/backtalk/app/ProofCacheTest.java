package backtalk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.loader.Patch;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.proof.Proof;
import backtalk.proof.TestConversations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that a cached proof is used only for the same files and program, and only when nobody else
 * can have written it.
 */
class ProofCacheTest {
  private static final Path MISTAKE =
      TestConversations.HOME.resolve(
          "src/test/resources/broken-promises/emergency-not-listened-for.txt");

  @TempDir Path folder;
  private Path conversation;

  @BeforeEach
  void copy() {
    conversation = folder.resolve("conversation");
    TestConversations.copy(TestConversations.JAW, conversation);
  }

  private ProofCache proofs(String program) {
    return new ProofCache(Optional.of(program), List.of(folder.resolve("kept")));
  }

  private Path proof() {
    return folder.resolve("kept/proved.bin");
  }

  private boolean remembered(String program) {
    return proofs(program).parsed(ConversationFiles.of(conversation)).isPresent();
  }

  private void proveAndBreak() throws IOException {
    BotFactory.proved(conversation, proofs("program"));
    Patch.make(conversation, Files.readAllLines(MISTAKE));
  }

  @Test
  void isRememberedForTheseFilesAndThisProgram() {
    assertThat(remembered("program")).isFalse();

    BotFactory.proved(conversation, proofs("program"));

    assertThat(remembered("program")).isTrue();
    assertThat(remembered("other program")).isFalse();
  }

  @Test
  void theParsedFilesGiveTheSameConversation() {
    LoadResult.Read proved = BotFactory.proved(conversation, proofs("program"));
    ConversationFiles files = ConversationFiles.of(conversation);

    YamlDocuments parsed = proofs("program").parsed(files).orElseThrow();

    assertThat(files.read(parsed)).isEqualTo(proved);
    // As text, because the order of a mapping counts, and maps are equal in any order.
    assertThat(new TreeMap<>(parsed.roots()))
        .hasToString(new TreeMap<>(proved.sourceMap().files().roots()).toString());
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    BotFactory.proved(conversation, proofs("program"));
    byte[] bytes = Files.readAllBytes(proof());
    for (int at : new int[] {0, 30, 100, bytes.length / 2, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      Files.write(proof(), damaged);

      assertThat(remembered("program")).as("byte %s", at).isFalse();
    }
  }

  @Test
  void filesThatChangedAfterTheProofAreProvedAgain() throws IOException {
    proveAndBreak();

    assertThat(remembered("program")).isFalse();
    assertThatThrownBy(() -> BotFactory.proved(conversation, proofs("program")))
        .isInstanceOf(InvalidConversationException.class);
  }

  @Test
  void aChangeThatKeepsSizeAndTimeIsNoticed() throws IOException {
    BotFactory.proved(conversation, proofs("program"));
    Path facts = conversation.resolve("facts.yaml");
    String text = Files.readString(facts);
    var time = Files.getLastModifiedTime(facts);
    Files.writeString(facts, text.replaceFirst("a", "e"));
    Files.setLastModifiedTime(facts, time);

    assertThat(remembered("program")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "program-", "yes"})
  void aProofWithAnotherHashIsRefused(String forged) throws IOException {
    BotFactory.proved(conversation, proofs("program"));

    Files.writeString(proof(), forged);

    assertThat(remembered("program")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-rw----", "rw----rw-", "rw-r--r--"})
  void aProofThatOthersMayAccessIsRefused(String permissions) throws IOException {
    BotFactory.proved(conversation, proofs("program"));

    Files.setPosixFilePermissions(proof(), PosixFilePermissions.fromString(permissions));

    assertThat(remembered("program")).isFalse();
  }

  @Test
  void aLinkToAProofIsRefused() throws IOException {
    BotFactory.proved(conversation, proofs("program"));
    Path elsewhere = Files.move(proof(), folder.resolve("elsewhere"));

    Files.createSymbolicLink(proof(), elsewhere);

    assertThat(remembered("program")).isFalse();
  }

  @Test
  void aProofIsPrivate() throws IOException {
    BotFactory.proved(conversation, proofs("program"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(proof())))
        .isEqualTo("rw-------");
    try (var files = Files.list(proof().getParent())) {
      assertThat(files).containsExactly(proof());
    }
  }

  @Test
  void aFailedProofIsNotRemembered() throws IOException {
    Patch.make(conversation, Files.readAllLines(MISTAKE));
    ConversationFiles files = ConversationFiles.of(conversation);

    Proof proof = proofs("program").prove(files, (LoadResult.Read) files.read());

    assertThat(proof).isInstanceOf(Proof.Broken.class);
    assertThat(proof()).doesNotExist();
  }
}
