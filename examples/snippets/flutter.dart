// flutter pub add flutter_appauth http
// An app on a phone keeps no secret: register it as public. AppAuth sends PKCE.
import 'package:flutter_appauth/flutter_appauth.dart';
import 'package:http/http.dart' as http;

Future<String> signIn() async {
  final tokens = await const FlutterAppAuth().authorizeAndExchangeCode(
    AuthorizationTokenRequest(
      '{{clientId}}',
      '{{redirectUri}}',
      serviceConfiguration: const AuthorizationServiceConfiguration(
        authorizationEndpoint: '{{issuer}}/oauth/authorise',
        tokenEndpoint: '{{issuer}}/open_auth/token/',
      ),
    ),
  );
  final response = await http.get(
    Uri.parse('{{issuer}}/open_auth/get_user_data/'),
    headers: {'Authorization': 'Bearer ${tokens.accessToken}'},
  );
  return response.body;
}
