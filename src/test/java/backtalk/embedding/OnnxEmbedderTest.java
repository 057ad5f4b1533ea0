package backtalk.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxEmbedderTest {

  private static final String MESSAGE = "why does my lower back crack when i stretch?";

  private static OnnxEmbedder embedder;

  @BeforeAll
  static void load() {
    embedder = OnnxEmbedder.load();
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ok", MESSAGE, "\uD83D\uDE42", "腰がポキポキ鳴る", "\u0000\uD83D"})
  void everyTextHasAVectorOfLengthOne(String text) {
    float[] vector = embedder.embed(text);

    assertThat(vector).hasSize(2 * 384);
    assertThat(Math.sqrt(dot(vector, vector))).isCloseTo(1, within(1e-5));
  }

  @Test
  void theSameTextHasTheSameVector() {
    float[] first = embedder.embed(MESSAGE);
    embedder.embed("something else in between, and a good deal longer than the message itself");

    assertThat(embedder.embed(MESSAGE)).isEqualTo(first).isNotSameAs(first);
  }

  @Test
  void aModelLoadedAgainOrOnMoreThreadsGivesTheSameVector() {
    try (OnnxEmbedder another = OnnxEmbedder.load(2)) {
      assertThat(another.embed(MESSAGE)).isEqualTo(embedder.embed(MESSAGE));
      assertThat(another.model()).isEqualTo(embedder.model());
    }
  }

  @Test
  void theModelPreparedByTheBuildIsTheModelInTheJar(@TempDir Path empty) {
    ModelFiles unpacked = ModelFiles.of("bge-small-en-v1.5-q");
    assertThat(unpacked.unpacked().resolve(preparedFile())).isRegularFile();
    ModelFiles packed = new ModelFiles(unpacked.name(), empty);

    try (OnnxEmbedder another = OnnxEmbedder.load(packed, 1)) {
      assertThat(another.embed(MESSAGE)).isEqualTo(embedder.embed(MESSAGE));
    }
  }

  @RepeatedTest(3)
  void aProgramMayEndWhileTheModelIsLoading(@TempDir Path folder) throws Exception {
    assertThat(LoadingProgram.run(folder)).isZero();
  }

  @Test
  void aDamagedModelIsOneLineForTheOperator(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(preparedFile()), "no model");

    assertThatThrownBy(() -> OnnxEmbedder.load(new ModelFiles("bge-small-en-v1.5-q", folder), 1))
        .isInstanceOf(EmbeddingException.class)
        .message()
        .contains(preparedFile() + " is not the model")
        .hasLineCount(1);
  }

  private static String preparedFile() {
    return ModelFiles.of("bge-small-en-v1.5-q")
        .prepared(OrtEnvironment.getEnvironment())
        .getFileName()
        .toString();
  }

  @Test
  void caseAndAccentsMakeNoDifference() {
    assertThat(embedder.embed("Is it NAÏVE?")).isEqualTo(embedder.embed("is it naive ?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is it bad to crack my own back | will twisting my spine till it pops hurt me | how do i"
            + " pay for this bot",
        "what makes the popping noise | where does that crackling sound come from | which stretches"
            + " help",
        "my leg has gone numb | i cant feel my foot | my back pops when i get out of bed",
        "does cracking cause arthritis | will i wear my joints out by clicking them | what is the"
            + " weather",
        "hello | hi there | my lower back hurts",
      })
  void similarMeaningsHaveCloserVectors(String text, String alike, String unlike) {
    assertThat(closest(text, List.of(unlike, alike))).isEqualTo(alike);
  }

  private static String closest(String text, List<String> others) {
    float[] vector = embedder.embed(text);
    Comparator<String> closeness =
        Comparator.comparingDouble(other -> dot(vector, embedder.embed(other)));
    return others.stream().max(closeness).orElseThrow();
  }

  @Test
  void concurrentThreadsGetTheSameVectors() throws Exception {
    List<String> texts =
        IntStream.range(0, 8).mapToObj(i -> MESSAGE.repeat(1 + i % 4) + i).toList();
    float[][] alone = vectors(texts);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<float[][]>> together =
          Stream.generate(() -> threads.submit(() -> vectors(texts))).limit(8).toList();
      for (Future<float[][]> vectors : together) {
        assertThat(vectors.get()).isDeepEqualTo(alone);
      }
    }
  }

  private static float[][] vectors(List<String> texts) {
    return texts.stream().map(embedder::embed).toArray(float[][]::new);
  }

  @Test
  void onlyTheBeginningOfAVeryLongTextIsRead() {
    String long510 = "my back cracks all day. ".repeat(85);

    assertThat(embedder.embed(long510 + "and my leg is numb. ".repeat(200)))
        .isEqualTo(embedder.embed(long510))
        .isNotEqualTo(embedder.embed("my back cracks all day."));
  }

  /**
   * Checks that the runtime sends no telemetry, which version 1.29.0 was the first to do on Linux.
   */
  @ParameterizedTest
  @ValueSource(strings = {"linux-x64", "linux-aarch64"})
  void theRuntimeSendsNoTelemetry(String machine) throws IOException {
    Path library =
        ModelFiles.of("bge-small-en-v1.5-q")
            .unpacked()
            .resolve("ai/onnxruntime/native/" + machine + "/libonnxruntime.so");
    String bytes = Files.readString(library, StandardCharsets.ISO_8859_1);

    assertThat(bytes.contains("CPUExecutionProvider")).isTrue();
    assertThat(bytes.contains("events.data.microsoft.com")).isFalse();
  }

  @Test
  void theModelNamesItsVersions() {
    assertThat(embedder.model()).matches("bge-small-en-v1\\.5-q on ONNX Runtime 1\\.\\d+\\.\\d+");
  }

  @Test
  void aModelThatCannotBeLoadedIsOneLineForTheOperator() {
    assertThatThrownBy(() -> OnnxEmbedder.load(ModelFiles.of("no-such-model"), 1))
        .isInstanceOf(EmbeddingException.class)
        .message()
        .startsWith("The language model cannot be loaded on ")
        .contains("no-such-model-tokenizer.json is not among the program's jars", "glibc 2.28")
        .hasLineCount(1);
  }

  private static double dot(float[] one, float[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> (double) one[i] * other[i]).sum();
  }
}
