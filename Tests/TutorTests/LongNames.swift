import ModelFiles

extension Models {
  /// A small network whose names are as long as anybody would make them.
  static func longNames() throws -> LoadedModel {
    try load(
      """
      name: a_model_whose_name_is_longer_than_most_titles_are
      network:
        input: {timesteps: 50, features: 3}
        layers:
          - lstm: bidirectional_encoder_of_the_first_stage_number_one
            units: 12
            return_sequences: true
          - lstm: bidirectional_encoder_of_the_second_stage_number_two
            units: 8
          - dense: projection_to_a_common_space_of_features
            units: 5
            activation: relu
          - dense: probability_of_the_event_in_question
            units: 1
            activation: sigmoid
      features: [a_feature_with_a_very_long_name_indeed, another_one_of_them, x]
      output:
        label: the event in question happens within the next day
        positive: it happened after all
        negative: it did not happen at all
        threshold: 0.5
      """)
  }
}
