import Engine
import Phrases
import Testing

@testable import ModelFiles

@Suite struct WeatherWindowsTests {
  private static let file = Sources.lessons + "/data/seattle-weather.csv"
  private let weather: WeatherWindows

  init() throws {
    weather = try WeatherWindows(contentsOf: Self.file, timesteps: 50)
  }

  @Test("1,461 days give 1,411 windows, the last of which asks for the last day")
  func counts() {
    #expect(weather.days.count == 1461)
    #expect(weather.count == 1411)
    #expect(weather.days.dates[0].label == "Sun 1 Jan 2012")
    #expect(weather.days.dates[1460].label == "Thu 31 Dec 2015")
    #expect(weather.facts(1410).question == "does it rain on Thu 31 Dec 2015?")
    #expect(
      [0, 999, 1000, 1049, 1050, 1410].map { weather.split($0).rawValue } == [
        "training", "training", "unused", "unused", "test", "test",
      ])
    #expect((1050...1410).count { weather.target($0) } == 142)
  }

  @Test("the windows 1050 to 1057 are those Keras was given, bit for bit but for the season")
  func kerasInput() throws {
    let keras = try ObservationFile(contentsOf: Sources.fixture("weather_input.npy"))
    for index in 0..<8 {
      let (ours, theirs) = (weather.observation(1050 + index), keras.observation(index))
      // The cosine of two mathematics libraries may differ in its last bit.
      #expect(largestDifference(ours.values, theirs.values) < 1e-7)
      let same = zip(ours.values, theirs.values).enumerated().filter { $0.offset % 10 < 9 }
      #expect(same.allSatisfy { $0.element.0 == $0.element.1 })
    }
    let csv = try ObservationFile(contentsOf: Sources.fixture("weather_input.csv"))
    #expect(csv.featureNames == WeatherWindows.features.map(\.name))
    #expect(largestDifference(csv.tensor.values, weather.observation(1050).values) < 1e-7)
  }

  @Test("a day shows its own values with their units")
  func day() {
    let facts = weather.facts(1200)
    #expect(facts.name == "observation 1200" && facts.split == .test)
    #expect(facts.span == "Wed 15 Apr – Wed 3 Jun 2015")
    #expect(facts.question == "does it rain on Thu 4 Jun 2015?")
    #expect(facts.target == false)
    let day = weather.timesteps(of: 1200)[12]
    #expect(day.label == "Mon 27 Apr 2015" && day.word == "fog" && day.event == nil)
    #expect(
      day.readings.map { $0.text + ($0.unit.map { " " + $0 } ?? "") } == [
        "0.3 mm", "25.0 °C", "10.6 °C", "2.3 m/s", "no", "no", "no", "no", "yes", "day 117",
      ])
    #expect(weather.facts(0).span == "Sun 1 Jan – Sun 19 Feb 2012")
    #expect(weather.facts(340).span == "Thu 6 Dec 2012 – Thu 24 Jan 2013")
  }

  @Test("other lengths of window end with the same day")
  func otherLengths() throws {
    let month = try WeatherWindows(contentsOf: Self.file, timesteps: 30)
    #expect(month.count == 1431)
    #expect(month.observation(0).timesteps == 30)
  }

  @Test(
    "a broken weather file is refused with its place",
    arguments: [
      (
        "date,rain\n",
        "w.csv:1: the columns should be date,precipitation,temp_max,temp_min,wind,weather, but "
          + "they are date,rain"
      ),
      ("2012-01-01,0,1,2,3,sun", "w.csv:2:1: '2012-01-01' is not a date such as 2012/01/31"),
      ("2011/02/29,0,1,2,3,sun", "w.csv:2:1: '2011/02/29' is not a date such as 2012/01/31"),
      (
        "2012/02/28,0,1,2,3,sun\n2012/03/01,0,1,2,3,sun",
        "w.csv:3:1: the day after Tue 28 Feb 2012 is expected, but Thu 1 Mar 2012 stands here"
      ),
      (
        "2012/01/01,0,nan,2,3,sun",
        "w.csv:2:14: 'nan' in column 'temp_max' is not a number; write one such as 0.5 or -1e-3"
      ),
      ("2012/01/01,0,1,2,3,sum", "w.csv:2:20: unknown weather 'sum'; did you mean 'sun'?"),
      (
        "2012/01/01,0,1,2,3,hail",
        "w.csv:2:20: unknown weather 'hail'; the words are drizzle, rain, sun, snow and fog"
      ),
      (
        "2012/01/01,0,1,2,3,sun",
        "w.csv: it holds 1 day, and at least 1101 are needed for a test window"
      ),
    ])
  func broken(text: String, sentence: String) throws {
    let scratch = try Scratch()
    let header = text.hasPrefix("date") ? "" : "date,precipitation,temp_max,temp_min,wind,weather\n"
    let file = try scratch.file("w.csv", header + text)
    #expect(
      scratch.sentence { _ = try WeatherWindows(contentsOf: file, timesteps: 50) } == sentence)
  }
}
